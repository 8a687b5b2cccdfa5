/**
 * Secrets on their way into the cluster: the SecretProviderClass of the Secrets Store CSI driver's
 * AWS provider as a typed model, the provider's rules, and the same as resources of the External
 * Secrets Operator. Knows names and ARNs only, and nothing of a configuration.
 */
@NullMarked
package io.kfaws.secrets;

import org.jspecify.annotations.NullMarked;
