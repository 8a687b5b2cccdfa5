# The delete key sends .
print("ready")
