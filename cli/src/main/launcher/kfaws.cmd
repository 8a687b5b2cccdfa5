@echo off
rem Runs kfaws on a JVM that is set for short runs, with an archive of the classes that a run loads.
rem
rem   JAVA_HOME      the Java that runs it; else the java on the PATH
rem   JAVA_OPTS      options of the JVM
rem   KFAWS_OPTS     options of the JVM, for kfaws alone
rem   KFAWS_ARCHIVE  off: make and use no archive
rem
rem The first run makes the archive in %LOCALAPPDATA%\kfaws, for this Java and this jar. Where it
rem cannot be made, runs go on without it.
setlocal DisableDelayedExpansion

for %%I in ("%~dp0..") do set "HOME_OF_KFAWS=%%~fI"
set "JAR=%HOME_OF_KFAWS%\lib\kfaws.jar"
set "TRAINING=%HOME_OF_KFAWS%\lib\training.yaml"
if not exist "%JAR%" (
  >&2 echo kfaws: error: there is no "%JAR%"
  >&2 echo   hint: unpack kfaws anew; bin and lib belong together
  exit /b 3
)

set "JAVA="
if defined JAVA_HOME (
  set "JAVA=%JAVA_HOME%\bin\java.exe"
) else (
  for %%I in (java.exe) do set "JAVA=%%~$PATH:I"
)
if not defined JAVA (
  >&2 echo kfaws: error: there is no java on the PATH
  >&2 echo   hint: install a JDK 17 or newer, or set JAVA_HOME to its folder
  exit /b 3
)
if not exist "%JAVA%" (
  >&2 echo kfaws: error: JAVA_HOME has no bin\java.exe: "%JAVA_HOME%"
  >&2 echo   hint: set JAVA_HOME to the folder of a JDK 17 or newer, or unset it to use the java on the PATH
  exit /b 3
)

set "QUICK=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData"
set "ARCHIVE="
if /i "%KFAWS_ARCHIVE%"=="off" goto run
if not defined LOCALAPPDATA goto run
rem Size and time of Java and jar tell whom an archive fits.
set "KEY="
for %%I in ("%JAVA%") do set "KEY=%%~zI-%%~tI"
for %%I in ("%JAR%") do set "KEY=%KEY%-%%~zI-%%~tI"
set "KEY=%KEY: =_%"
set "KEY=%KEY:/=_%"
set "KEY=%KEY::=_%"
set "ARCHIVE=%LOCALAPPDATA%\kfaws\%KEY%.jsa"
if not exist "%ARCHIVE%" call :make >nul 2>&1
if not exist "%ARCHIVE%" set "ARCHIVE="
if defined ARCHIVE for %%I in ("%ARCHIVE%") do if %%~zI equ 0 set "ARCHIVE="

:run
if defined ARCHIVE (
  "%JAVA%" %QUICK% "-Xlog:cds*=off" -Xshare:auto "-XX:SharedArchiveFile=%ARCHIVE%" -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 %JAVA_OPTS% %KFAWS_OPTS% -jar "%JAR%" %*
) else (
  "%JAVA%" %QUICK% %JAVA_OPTS% %KFAWS_OPTS% -jar "%JAR%" %*
)
exit /b %ERRORLEVEL%

rem Aside, and moved: only one at a time, since the folder is the lock. A Java that cannot make an
rem archive leaves an empty file, so that not every run tries.
:make
set "WORK=%ARCHIVE%.new"
if not exist "%LOCALAPPDATA%\kfaws" mkdir "%LOCALAPPDATA%\kfaws"
mkdir "%WORK%" || exit /b
"%JAVA%" %QUICK% "-XX:DumpLoadedClassList=%WORK%\classes" -jar "%JAR%" generate -f "%TRAINING%" -o "%WORK%\overlays"
"%JAVA%" %QUICK% -Xshare:dump "-XX:SharedClassListFile=%WORK%\classes" "-XX:SharedArchiveFile=%WORK%\archive" -jar "%JAR%"
if exist "%WORK%\archive" (move /y "%WORK%\archive" "%ARCHIVE%") else (type nul > "%ARCHIVE%")
rmdir /s /q "%WORK%"
exit /b
