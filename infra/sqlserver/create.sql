-- Run by create.sh; $(LOGIN_PASSWORD) comes from its environment.
IF DB_ID(N'Marketplace') IS NULL
    CREATE DATABASE Marketplace;
GO
-- Readers do not wait for writers.
IF EXISTS (SELECT 1 FROM sys.databases WHERE name = N'Marketplace' AND is_read_committed_snapshot_on = 0)
    ALTER DATABASE Marketplace SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO
IF SUSER_ID(N'marketplace') IS NULL
    CREATE LOGIN marketplace WITH PASSWORD = N'$(LOGIN_PASSWORD)';
ELSE
    ALTER LOGIN marketplace WITH PASSWORD = N'$(LOGIN_PASSWORD)';
GO
USE Marketplace;
GO
IF USER_ID(N'marketplace') IS NULL
    CREATE USER marketplace FOR LOGIN marketplace;
ALTER ROLE db_owner ADD MEMBER marketplace;
GO
