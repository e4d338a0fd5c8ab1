#!/bin/bash
# Makes the database and the host's login, which owns that database and nothing else. Harmless when both are there.
set -euo pipefail

# The password goes through the environment, where sqlcmd finds its variables: a command line is seen by every process.
export SQLCMDPASSWORD="$SQLSERVER_SA_PASSWORD" LOGIN_PASSWORD="$SQLSERVER_PASSWORD"
/opt/mssql-tools18/bin/sqlcmd -S sqlserver -U sa -C -b -i /sqlserver/create.sql
