CREATE TABLE [Accounts] (
    [Id] uniqueidentifier NOT NULL,
    [Name] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Language] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [IsDemonstration] bit NOT NULL,
    [CreatedAt] datetime2 NOT NULL,
    [UserName] nvarchar(254) COLLATE Vietnamese_100_CI_AS NULL,
    [NormalizedUserName] nvarchar(254) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Email] nvarchar(254) COLLATE Vietnamese_100_CI_AS NULL,
    [NormalizedEmail] nvarchar(254) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [EmailConfirmed] bit NOT NULL,
    [PasswordHash] varchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [SecurityStamp] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [ConcurrencyStamp] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [PhoneNumber] nvarchar(64) COLLATE Vietnamese_100_CI_AS NULL,
    [PhoneNumberConfirmed] bit NOT NULL,
    [TwoFactorEnabled] bit NOT NULL,
    [LockoutEnd] datetimeoffset NULL,
    [LockoutEnabled] bit NOT NULL,
    [AccessFailedCount] int NOT NULL,
    CONSTRAINT [PK_Accounts] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [Audit] (
    [Id] uniqueidentifier NOT NULL,
    [At] datetime2 NOT NULL,
    [AccountId] uniqueidentifier NULL,
    [Who] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [OrganisationId] uniqueidentifier NULL,
    [OnBehalfOfId] uniqueidentifier NULL,
    [Action] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Subject] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [SubjectId] uniqueidentifier NOT NULL,
    [Before] nvarchar(max) COLLATE Vietnamese_100_CI_AS NULL,
    [After] nvarchar(max) COLLATE Vietnamese_100_CI_AS NULL,
    [Why] nvarchar(2000) COLLATE Vietnamese_100_CI_AS NULL,
    CONSTRAINT [PK_Audit] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [Carts] (
    [Id] uniqueidentifier NOT NULL,
    [AccountId] uniqueidentifier NULL,
    [ChangedAt] datetime2 NOT NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Carts] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [DataProtectionKeys] (
    [Id] int NOT NULL IDENTITY,
    [FriendlyName] nvarchar(200) COLLATE Vietnamese_100_CI_AS NULL,
    [Xml] nvarchar(max) COLLATE Vietnamese_100_CI_AS NULL,
    CONSTRAINT [PK_DataProtectionKeys] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [DeadLetters] (
    [SubjectId] uniqueidentifier NOT NULL,
    [Subject] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Sequence] bigint NOT NULL,
    [Reason] nvarchar(500) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Attempts] int NOT NULL,
    [FirstAt] datetime2 NOT NULL,
    [LastAt] datetime2 NOT NULL,
    CONSTRAINT [PK_DeadLetters] PRIMARY KEY ([SubjectId])
);
GO


CREATE TABLE [DeliveryAddresses] (
    [Id] uniqueidentifier NOT NULL,
    [OwnerId] uniqueidentifier NOT NULL,
    [Label] nvarchar(80) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Recipient] nvarchar(max) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [IsUsual] bit NOT NULL,
    [RequestHash] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_DeliveryAddresses] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [Districts] (
    [Code] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Kind] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ValidFrom] date NULL,
    [ValidTo] date NULL,
    [Latitude] float NULL,
    [Longitude] float NULL,
    [Name_En] nvarchar(200) COLLATE Vietnamese_100_CI_AS NULL,
    [Name_Vi] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    CONSTRAINT [PK_Districts] PRIMARY KEY ([Code])
);
GO


CREATE TABLE [DoneRequests] (
    [Id] uniqueidentifier NOT NULL,
    [DoneAt] datetime2 NOT NULL,
    [Lines] int NOT NULL,
    CONSTRAINT [PK_DoneRequests] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [IndexLeases] (
    [Partition] tinyint NOT NULL,
    [Owner] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [LeasedUntil] datetime2 NOT NULL,
    [Fence] bigint NOT NULL,
    [Position] binary(8) NOT NULL,
    [Attempts] int NOT NULL,
    [NextAttemptAt] datetime2 NOT NULL,
    CONSTRAINT [PK_IndexLeases] PRIMARY KEY ([Partition])
);
GO


CREATE TABLE [Installation] (
    [Id] uniqueidentifier NOT NULL,
    [CreatedAt] datetime2 NOT NULL,
    CONSTRAINT [PK_Installation] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [LegalTexts] (
    [Code] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ValidFrom] date NOT NULL,
    [ValidTo] date NULL,
    [SuspendedFrom] date NULL,
    [SuspendedTo] date NULL,
    [SupersededByCode] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [CertificateMonths] int NULL,
    [ExtensionDays] int NULL,
    [Source] nvarchar(2000) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Title_En] nvarchar(2000) COLLATE Vietnamese_100_CI_AS NULL,
    [Title_Vi] nvarchar(2000) COLLATE Vietnamese_100_CI_AS NOT NULL,
    CONSTRAINT [PK_LegalTexts] PRIMARY KEY ([Code]),
    CONSTRAINT [FK_LegalTexts_LegalTexts_SupersededByCode] FOREIGN KEY ([SupersededByCode]) REFERENCES [LegalTexts] ([Code]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Outbox] (
    [Sequence] rowversion NOT NULL,
    [Subject] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [SubjectId] uniqueidentifier NOT NULL,
    [Partition] tinyint NOT NULL,
    [CreatedAt] datetime2 NOT NULL,
    CONSTRAINT [PK_Outbox] PRIMARY KEY ([Sequence])
);
GO


CREATE TABLE [OutgoingMail] (
    [Id] uniqueidentifier NOT NULL,
    [To] nvarchar(254) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Subject] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Text] nvarchar(max) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [CreatedAt] datetime2 NOT NULL,
    [DueAt] datetime2 NOT NULL,
    [Attempts] int NOT NULL,
    [Fault] nvarchar(200) COLLATE Vietnamese_100_CI_AS NULL,
    CONSTRAINT [PK_OutgoingMail] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [Pictures] (
    [Id] uniqueidentifier NOT NULL,
    [OwnerId] uniqueidentifier NOT NULL,
    [ProductId] uniqueidentifier NULL,
    [Position] int NOT NULL,
    [Width] int NOT NULL,
    [Height] int NOT NULL,
    [Renditions] varchar(600) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [SourceHash] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [CreatedAt] datetime2 NOT NULL,
    [UpdatedAt] datetime2 NOT NULL,
    [Version] int NOT NULL,
    [Alt_En] nvarchar(200) COLLATE Vietnamese_100_CI_AS NULL,
    [Alt_Vi] nvarchar(200) COLLATE Vietnamese_100_CI_AS NULL,
    CONSTRAINT [PK_Pictures] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [SavedLists] (
    [Id] uniqueidentifier NOT NULL,
    [OwnerId] uniqueidentifier NOT NULL,
    [Name] nvarchar(120) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [NameKey] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ChangedAt] datetime2 NOT NULL,
    [RequestHash] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_SavedLists] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [AccountTokens] (
    [UserId] uniqueidentifier NOT NULL,
    [LoginProvider] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Name] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Value] varchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_AccountTokens] PRIMARY KEY ([UserId], [LoginProvider], [Name]),
    CONSTRAINT [FK_AccountTokens_Accounts_UserId] FOREIGN KEY ([UserId]) REFERENCES [Accounts] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Consents] (
    [Id] uniqueidentifier NOT NULL,
    [AccountId] uniqueidentifier NOT NULL,
    [Purpose] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Text] nvarchar(1000) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [GivenAt] datetime2 NOT NULL,
    [WithdrawnAt] datetime2 NULL,
    CONSTRAINT [PK_Consents] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Consents_Accounts_AccountId] FOREIGN KEY ([AccountId]) REFERENCES [Accounts] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [PersonalDataRequests] (
    [Id] uniqueidentifier NOT NULL,
    [AccountId] uniqueidentifier NOT NULL,
    [Kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [AskedAt] datetime2 NOT NULL,
    [DueAt] datetime2 NOT NULL,
    [LegalEnd] datetime2 NOT NULL,
    [DoneAt] datetime2 NULL,
    [TakenBackAt] datetime2 NULL,
    CONSTRAINT [PK_PersonalDataRequests] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_PersonalDataRequests_Accounts_AccountId] FOREIGN KEY ([AccountId]) REFERENCES [Accounts] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Communes] (
    [Code] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Kind] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DistrictCode] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [ValidFrom] date NULL,
    [ValidTo] date NULL,
    [SuccessorCode] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [StatisticsCode] varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
    [Latitude] float NULL,
    [Longitude] float NULL,
    [Name_En] nvarchar(200) COLLATE Vietnamese_100_CI_AS NULL,
    [Name_Vi] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    CONSTRAINT [PK_Communes] PRIMARY KEY ([Code]),
    CONSTRAINT [FK_Communes_Communes_SuccessorCode] FOREIGN KEY ([SuccessorCode]) REFERENCES [Communes] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Communes_Districts_DistrictCode] FOREIGN KEY ([DistrictCode]) REFERENCES [Districts] ([Code]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ProductGroups] (
    [Code] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [LegalTextCode] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Roman] varchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ValidFrom] date NOT NULL,
    [ValidTo] date NULL,
    [BecomesCode] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [Position] int NOT NULL,
    [Description_En] nvarchar(2000) COLLATE Vietnamese_100_CI_AS NULL,
    [Description_Vi] nvarchar(2000) COLLATE Vietnamese_100_CI_AS NULL,
    [Name_En] nvarchar(200) COLLATE Vietnamese_100_CI_AS NULL,
    [Name_Vi] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    CONSTRAINT [PK_ProductGroups] PRIMARY KEY ([Code]),
    CONSTRAINT [FK_ProductGroups_LegalTexts_LegalTextCode] FOREIGN KEY ([LegalTextCode]) REFERENCES [LegalTexts] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_ProductGroups_ProductGroups_BecomesCode] FOREIGN KEY ([BecomesCode]) REFERENCES [ProductGroups] ([Code]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Producers] (
    [Id] uniqueidentifier NOT NULL,
    [Slug] varchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DistrictCode] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [CommuneCode] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [Sources] nvarchar(max) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [SmallestOrder] bigint NULL,
    [Version] int NOT NULL,
    [UpdatedAt] datetime2 NOT NULL,
    [NameSortKey] varchar(800) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Makes_En] nvarchar(2000) COLLATE Vietnamese_100_CI_AS NULL,
    [Makes_Vi] nvarchar(2000) COLLATE Vietnamese_100_CI_AS NULL,
    [Name_En] nvarchar(200) COLLATE Vietnamese_100_CI_AS NULL,
    [Name_Vi] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    CONSTRAINT [PK_Producers] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Producers_Communes_CommuneCode] FOREIGN KEY ([CommuneCode]) REFERENCES [Communes] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Producers_Districts_DistrictCode] FOREIGN KEY ([DistrictCode]) REFERENCES [Districts] ([Code]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Listings] (
    [Id] uniqueidentifier NOT NULL,
    [ProducerId] uniqueidentifier NOT NULL,
    [Slug] varchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Content] nvarchar(max) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [State] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Live] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [SubmittedAt] datetime2 NULL,
    [SubmittedBy] uniqueidentifier NULL,
    [DecidedAt] datetime2 NULL,
    [DecidedBy] uniqueidentifier NULL,
    [Reasons] nvarchar(max) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [CreatedAt] datetime2 NOT NULL,
    [UpdatedAt] datetime2 NOT NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Listings] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Listings_Producers_ProducerId] FOREIGN KEY ([ProducerId]) REFERENCES [Producers] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Organisations] (
    [Id] uniqueidentifier NOT NULL,
    [Kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Name] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Form] varchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    [RegistrationNumber] nvarchar(64) COLLATE Vietnamese_100_CI_AS NULL,
    [TaxCode] varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
    [LegalRepresentative] nvarchar(200) COLLATE Vietnamese_100_CI_AS NULL,
    [DistrictCode] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [IdentityStatus] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [IdentityNote] nvarchar(2000) COLLATE Vietnamese_100_CI_AS NULL,
    [ProducerId] uniqueidentifier NULL,
    [IsDemonstration] bit NOT NULL,
    [CreatedAt] datetime2 NOT NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Organisations] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Organisations_Districts_DistrictCode] FOREIGN KEY ([DistrictCode]) REFERENCES [Districts] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Organisations_Producers_ProducerId] FOREIGN KEY ([ProducerId]) REFERENCES [Producers] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [PriceLists] (
    [Id] uniqueidentifier NOT NULL,
    [ProducerId] uniqueidentifier NOT NULL,
    [Name] nvarchar(120) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [ReductionBasisPoints] int NOT NULL,
    [ValidFrom] date NOT NULL,
    [ValidTo] date NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_PriceLists] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_PriceLists_Producers_ProducerId] FOREIGN KEY ([ProducerId]) REFERENCES [Producers] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Products] (
    [Id] uniqueidentifier NOT NULL,
    [Slug] varchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [GroupCode] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [SourceGroupCode] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [Category] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ProducerId] uniqueidentifier NULL,
    [DistrictCode] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [CommuneCode] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [ExportMarkets] nvarchar(max) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Keywords] nvarchar(max) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Sources] nvarchar(max) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Standing] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Season] nvarchar(max) COLLATE Vietnamese_100_CI_AS NULL,
    [Visibility] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [UpdatedAt] datetime2 NOT NULL,
    [ListedAt] datetime2 NOT NULL,
    [Version] int NOT NULL,
    [Description_En] nvarchar(2000) COLLATE Vietnamese_100_CI_AS NULL,
    [Description_Vi] nvarchar(2000) COLLATE Vietnamese_100_CI_AS NULL,
    [IndicativePrice_Kind] varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
    [IndicativePrice_Maximum] bigint NULL,
    [IndicativePrice_Minimum] bigint NULL,
    [IndicativePrice_Unit] nvarchar(64) COLLATE Vietnamese_100_CI_AS NULL,
    [IndicativePrice_Year] int NULL,
    [Name_En] nvarchar(200) COLLATE Vietnamese_100_CI_AS NULL,
    [Name_Vi] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Packaging_En] nvarchar(200) COLLATE Vietnamese_100_CI_AS NULL,
    [Packaging_Vi] nvarchar(200) COLLATE Vietnamese_100_CI_AS NULL,
    CONSTRAINT [PK_Products] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Products_Communes_CommuneCode] FOREIGN KEY ([CommuneCode]) REFERENCES [Communes] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Products_Districts_DistrictCode] FOREIGN KEY ([DistrictCode]) REFERENCES [Districts] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Products_Producers_ProducerId] FOREIGN KEY ([ProducerId]) REFERENCES [Producers] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Products_ProductGroups_GroupCode] FOREIGN KEY ([GroupCode]) REFERENCES [ProductGroups] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Products_ProductGroups_SourceGroupCode] FOREIGN KEY ([SourceGroupCode]) REFERENCES [ProductGroups] ([Code]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ApprovalRequests] (
    [Id] uniqueidentifier NOT NULL,
    [OrganisationId] uniqueidentifier NOT NULL,
    [AccountId] uniqueidentifier NOT NULL,
    [Name] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [InputHash] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Lines] nvarchar(max) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Recipient] nvarchar(max) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Email] nvarchar(254) COLLATE Vietnamese_100_CI_AS NULL,
    [Language] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Method] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Reference] nvarchar(64) COLLATE Vietnamese_100_CI_AS NULL,
    [Note] nvarchar(1000) COLLATE Vietnamese_100_CI_AS NULL,
    [Currency] varchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Total] bigint NOT NULL,
    [Limit] bigint NOT NULL,
    [AskedAt] datetime2 NOT NULL,
    [State] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DecidedBy] nvarchar(200) COLLATE Vietnamese_100_CI_AS NULL,
    [DecidedAt] datetime2 NULL,
    [Reason] nvarchar(1000) COLLATE Vietnamese_100_CI_AS NULL,
    [DecisionHash] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_ApprovalRequests] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_ApprovalRequests_Organisations_OrganisationId] FOREIGN KEY ([OrganisationId]) REFERENCES [Organisations] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Evidence] (
    [Id] uniqueidentifier NOT NULL,
    [OrganisationId] uniqueidentifier NOT NULL,
    [ProducerId] uniqueidentifier NOT NULL,
    [ProductId] uniqueidentifier NULL,
    [State] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Grade] varchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    [Reason] nvarchar(1000) COLLATE Vietnamese_100_CI_AS NULL,
    [SentBy] uniqueidentifier NOT NULL,
    [SentAt] datetime2 NOT NULL,
    [DecidedAt] datetime2 NULL,
    [Version] int NOT NULL,
    [Details_ExpiresOn] date NULL,
    [Details_IssuedBy] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Details_IssuedOn] date NOT NULL,
    [Details_Kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Details_Number] nvarchar(64) COLLATE Vietnamese_100_CI_AS NULL,
    [Details_Title] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Paper_Format] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Paper_Id] uniqueidentifier NOT NULL,
    [Paper_Length] int NOT NULL,
    [Paper_Sha256] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_Evidence] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Evidence_Organisations_OrganisationId] FOREIGN KEY ([OrganisationId]) REFERENCES [Organisations] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Evidence_Producers_ProducerId] FOREIGN KEY ([ProducerId]) REFERENCES [Producers] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Imports] (
    [Id] uniqueidentifier NOT NULL,
    [OrganisationId] uniqueidentifier NOT NULL,
    [ProducerId] uniqueidentifier NOT NULL,
    [AccountId] uniqueidentifier NULL,
    [Who] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [FileName] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Format] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Size] int NOT NULL,
    [State] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DryRun] bit NOT NULL,
    [Policy] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Language] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [RequestKey] nvarchar(64) COLLATE Vietnamese_100_CI_AS NULL,
    [Rows] int NOT NULL,
    [Done] int NOT NULL,
    [Made] int NOT NULL,
    [Changed] int NOT NULL,
    [Unchanged] int NOT NULL,
    [Waiting] int NOT NULL,
    [Refused] int NOT NULL,
    [Faults] int NOT NULL,
    [UnknownHeaders] nvarchar(max) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [CreatedAt] datetime2 NOT NULL,
    [EndedAt] datetime2 NULL,
    [LeasedUntil] datetime2 NOT NULL,
    [Fence] int NOT NULL,
    [Attempts] int NOT NULL,
    [HasResult] bit NOT NULL,
    CONSTRAINT [PK_Imports] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Imports_Organisations_OrganisationId] FOREIGN KEY ([OrganisationId]) REFERENCES [Organisations] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Invitations] (
    [Id] uniqueidentifier NOT NULL,
    [OrganisationId] uniqueidentifier NOT NULL,
    [Email] nvarchar(254) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Role] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [SecretHash] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [InvitedBy] uniqueidentifier NULL,
    [ExpiresAt] datetime2 NOT NULL,
    [AcceptedAt] datetime2 NULL,
    CONSTRAINT [PK_Invitations] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Invitations_Accounts_InvitedBy] FOREIGN KEY ([InvitedBy]) REFERENCES [Accounts] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Invitations_Organisations_OrganisationId] FOREIGN KEY ([OrganisationId]) REFERENCES [Organisations] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [MachineKeys] (
    [Id] uniqueidentifier NOT NULL,
    [OrganisationId] uniqueidentifier NOT NULL,
    [Name] nvarchar(100) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Scopes] nvarchar(max) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [SecretHash] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [CreatedBy] uniqueidentifier NOT NULL,
    [CreatedAt] datetime2 NOT NULL,
    [UsedAt] datetime2 NULL,
    [RevokedAt] datetime2 NULL,
    CONSTRAINT [PK_MachineKeys] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_MachineKeys_Accounts_CreatedBy] FOREIGN KEY ([CreatedBy]) REFERENCES [Accounts] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_MachineKeys_Organisations_OrganisationId] FOREIGN KEY ([OrganisationId]) REFERENCES [Organisations] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Mandates] (
    [OrganisationId] uniqueidentifier NOT NULL,
    [AgentId] uniqueidentifier NOT NULL,
    [Since] datetime2 NOT NULL,
    CONSTRAINT [PK_Mandates] PRIMARY KEY ([OrganisationId], [AgentId]),
    CONSTRAINT [FK_Mandates_Organisations_AgentId] FOREIGN KEY ([AgentId]) REFERENCES [Organisations] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Mandates_Organisations_OrganisationId] FOREIGN KEY ([OrganisationId]) REFERENCES [Organisations] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Memberships] (
    [OrganisationId] uniqueidentifier NOT NULL,
    [AccountId] uniqueidentifier NOT NULL,
    [Role] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Since] datetime2 NOT NULL,
    [OrderLimit] bigint NULL,
    CONSTRAINT [PK_Memberships] PRIMARY KEY ([OrganisationId], [AccountId]),
    CONSTRAINT [FK_Memberships_Accounts_AccountId] FOREIGN KEY ([AccountId]) REFERENCES [Accounts] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Memberships_Organisations_OrganisationId] FOREIGN KEY ([OrganisationId]) REFERENCES [Organisations] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [OrderGroups] (
    [Id] uniqueidentifier NOT NULL,
    [Number] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [AccountId] uniqueidentifier NULL,
    [OrganisationId] uniqueidentifier NULL,
    [SecretHash] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [InputHash] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Email] nvarchar(254) COLLATE Vietnamese_100_CI_AS NULL,
    [Language] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Recipient] nvarchar(max) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Method] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Reference] nvarchar(64) COLLATE Vietnamese_100_CI_AS NULL,
    [Note] nvarchar(1000) COLLATE Vietnamese_100_CI_AS NULL,
    [Currency] varchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Total] bigint NOT NULL,
    [PlacedAt] datetime2 NOT NULL,
    [PayBy] datetime2 NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_OrderGroups] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_OrderGroups_Organisations_OrganisationId] FOREIGN KEY ([OrganisationId]) REFERENCES [Organisations] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Sessions] (
    [Id] uniqueidentifier NOT NULL,
    [AccountId] uniqueidentifier NOT NULL,
    [SecretHash] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Ticket] varbinary(max) NOT NULL,
    [Device] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [OrganisationId] uniqueidentifier NULL,
    [OnBehalfOfId] uniqueidentifier NULL,
    [CreatedAt] datetime2 NOT NULL,
    [SeenAt] datetime2 NOT NULL,
    [ExpiresAt] datetime2 NOT NULL,
    CONSTRAINT [PK_Sessions] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Sessions_Accounts_AccountId] FOREIGN KEY ([AccountId]) REFERENCES [Accounts] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Sessions_Organisations_OrganisationId] FOREIGN KEY ([OrganisationId]) REFERENCES [Organisations] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [BuyerPriceLists] (
    [OrganisationId] uniqueidentifier NOT NULL,
    [ProducerId] uniqueidentifier NOT NULL,
    [PriceListId] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_BuyerPriceLists] PRIMARY KEY ([OrganisationId], [ProducerId]),
    CONSTRAINT [FK_BuyerPriceLists_Organisations_OrganisationId] FOREIGN KEY ([OrganisationId]) REFERENCES [Organisations] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_BuyerPriceLists_PriceLists_PriceListId] FOREIGN KEY ([PriceListId]) REFERENCES [PriceLists] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_BuyerPriceLists_Producers_ProducerId] FOREIGN KEY ([ProducerId]) REFERENCES [Producers] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Certificates] (
    [Id] uniqueidentifier NOT NULL,
    [ProductId] uniqueidentifier NOT NULL,
    [Number] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Stars] int NOT NULL,
    [DecisionNumber] nvarchar(64) COLLATE Vietnamese_100_CI_AS NULL,
    [Issuer] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [IssuedOn] date NOT NULL,
    [ExpiresOn] date NOT NULL,
    [EvidenceGrade] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [LegalTextCode] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [IsDemonstration] bit NOT NULL,
    [UpdatedAt] datetime2 NOT NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Certificates] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Certificates_LegalTexts_LegalTextCode] FOREIGN KEY ([LegalTextCode]) REFERENCES [LegalTexts] ([Code]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Certificates_Products_ProductId] FOREIGN KEY ([ProductId]) REFERENCES [Products] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Complaints] (
    [Id] uniqueidentifier NOT NULL,
    [Reference] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [About] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ProductId] uniqueidentifier NULL,
    [Name] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Email] nvarchar(254) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Language] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Text] nvarchar(4000) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [FiledAt] datetime2 NOT NULL,
    [AnswerBy] date NOT NULL,
    [Answer] nvarchar(4000) COLLATE Vietnamese_100_CI_AS NULL,
    [AnsweredAt] datetime2 NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Complaints] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Complaints_Products_ProductId] FOREIGN KEY ([ProductId]) REFERENCES [Products] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Offers] (
    [Id] uniqueidentifier NOT NULL,
    [ProductId] uniqueidentifier NOT NULL,
    [Sku] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Stock] int NOT NULL,
    [Reserved] int NOT NULL,
    [MadeToOrder] bit NOT NULL,
    [LeadTimeDays] int NOT NULL,
    [WeeklyCapacity] int NULL,
    [OnSale] bit NOT NULL,
    [BlackoutDays] nvarchar(max) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [SampleUnitPrice] bigint NULL,
    [SampleMost] int NULL,
    [IsDemonstration] bit NOT NULL,
    [Version] int NOT NULL,
    [UpdatedAt] datetime2 NOT NULL,
    [Currency] varchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Pack_En] nvarchar(200) COLLATE Vietnamese_100_CI_AS NULL,
    [Pack_Vi] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [QuantityRule_Increment] int NOT NULL,
    [QuantityRule_Maximum] int NULL,
    [QuantityRule_Minimum] int NOT NULL,
    [Unit_En] nvarchar(64) COLLATE Vietnamese_100_CI_AS NULL,
    [Unit_Vi] nvarchar(64) COLLATE Vietnamese_100_CI_AS NOT NULL,
    CONSTRAINT [PK_Offers] PRIMARY KEY ([Id]),
    CONSTRAINT [CK_Offers_Reserved] CHECK (Reserved >= 0 AND Reserved <= Stock),
    CONSTRAINT [FK_Offers_Products_ProductId] FOREIGN KEY ([ProductId]) REFERENCES [Products] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ProductCertifications] (
    [Number] int NOT NULL,
    [ProductId] uniqueidentifier NOT NULL,
    [Code] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Detail_Vi] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Detail_En] nvarchar(200) COLLATE Vietnamese_100_CI_AS NULL,
    [Held] bit NOT NULL,
    CONSTRAINT [PK_ProductCertifications] PRIMARY KEY ([ProductId], [Number]),
    CONSTRAINT [FK_ProductCertifications_Products_ProductId] FOREIGN KEY ([ProductId]) REFERENCES [Products] ([Id]) ON DELETE CASCADE
);
GO


CREATE TABLE [Takedowns] (
    [Id] uniqueidentifier NOT NULL,
    [ProductId] uniqueidentifier NOT NULL,
    [Ground] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Reason] nvarchar(2000) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [At] datetime2 NOT NULL,
    [PutBackAt] datetime2 NULL,
    [PutBackReason] nvarchar(2000) COLLATE Vietnamese_100_CI_AS NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Takedowns] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Takedowns_Products_ProductId] FOREIGN KEY ([ProductId]) REFERENCES [Products] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [ImportBatches] (
    [ImportId] uniqueidentifier NOT NULL,
    [Number] int NOT NULL,
    [Outcomes] nvarchar(max) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [FaultsBefore] int NOT NULL,
    [Faults] int NOT NULL,
    CONSTRAINT [PK_ImportBatches] PRIMARY KEY ([ImportId], [Number]),
    CONSTRAINT [FK_ImportBatches_Imports_ImportId] FOREIGN KEY ([ImportId]) REFERENCES [Imports] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [JournalEntries] (
    [Id] uniqueidentifier NOT NULL,
    [Kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [GroupId] uniqueidentifier NOT NULL,
    [Currency] varchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [At] datetime2 NOT NULL,
    CONSTRAINT [PK_JournalEntries] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_JournalEntries_OrderGroups_GroupId] FOREIGN KEY ([GroupId]) REFERENCES [OrderGroups] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Orders] (
    [Id] uniqueidentifier NOT NULL,
    [GroupId] uniqueidentifier NOT NULL,
    [Number] varchar(24) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ProducerId] uniqueidentifier NOT NULL,
    [State] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Total] bigint NOT NULL,
    [Released] bigint NOT NULL,
    [PlacedAt] datetime2 NOT NULL,
    [RemedyBy] datetime2 NULL,
    [Version] int NOT NULL,
    [Producer_En] nvarchar(200) COLLATE Vietnamese_100_CI_AS NULL,
    [Producer_Vi] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    CONSTRAINT [PK_Orders] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Orders_OrderGroups_GroupId] FOREIGN KEY ([GroupId]) REFERENCES [OrderGroups] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Orders_Producers_ProducerId] FOREIGN KEY ([ProducerId]) REFERENCES [Producers] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [PaymentAttempts] (
    [Id] uniqueidentifier NOT NULL,
    [GroupId] uniqueidentifier NOT NULL,
    [Gateway] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [CreatedAt] datetime2 NOT NULL,
    [ExpiresAt] datetime2 NULL,
    [State] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Reference] varchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [Transfer] nvarchar(max) COLLATE Vietnamese_100_CI_AS NULL,
    [End] varchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    [Receipts] nvarchar(max) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Refunds] nvarchar(max) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Version] int NOT NULL,
    [Amount_Amount] bigint NOT NULL,
    [Amount_Currency] varchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_PaymentAttempts] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_PaymentAttempts_OrderGroups_GroupId] FOREIGN KEY ([GroupId]) REFERENCES [OrderGroups] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CertificateEvents] (
    [Number] int NOT NULL,
    [CertificateId] uniqueidentifier NOT NULL,
    [Kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [On] date NOT NULL,
    [Until] date NULL,
    [Ground] varchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    [Reason] nvarchar(2000) COLLATE Vietnamese_100_CI_AS NULL,
    [Evidence] nvarchar(200) COLLATE Vietnamese_100_CI_AS NULL,
    CONSTRAINT [PK_CertificateEvents] PRIMARY KEY ([CertificateId], [Number]),
    CONSTRAINT [FK_CertificateEvents_Certificates_CertificateId] FOREIGN KEY ([CertificateId]) REFERENCES [Certificates] ([Id]) ON DELETE CASCADE
);
GO


CREATE TABLE [CertificateReminders] (
    [CertificateId] uniqueidentifier NOT NULL,
    [Days] int NOT NULL,
    [SentAt] datetime2 NOT NULL,
    CONSTRAINT [PK_CertificateReminders] PRIMARY KEY ([CertificateId], [Days]),
    CONSTRAINT [FK_CertificateReminders_Certificates_CertificateId] FOREIGN KEY ([CertificateId]) REFERENCES [Certificates] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CapacityWeeks] (
    [OfferId] uniqueidentifier NOT NULL,
    [Week] date NOT NULL,
    [Promised] int NOT NULL,
    CONSTRAINT [PK_CapacityWeeks] PRIMARY KEY ([OfferId], [Week]),
    CONSTRAINT [CK_CapacityWeeks_Promised] CHECK (Promised >= 0),
    CONSTRAINT [FK_CapacityWeeks_Offers_OfferId] FOREIGN KEY ([OfferId]) REFERENCES [Offers] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [CartLines] (
    [OfferId] uniqueidentifier NOT NULL,
    [CartId] uniqueidentifier NOT NULL,
    [Quantity] int NOT NULL,
    [SeenUnitPrice] bigint NOT NULL,
    [Place] int NOT NULL,
    CONSTRAINT [PK_CartLines] PRIMARY KEY ([CartId], [OfferId]),
    CONSTRAINT [FK_CartLines_Carts_CartId] FOREIGN KEY ([CartId]) REFERENCES [Carts] ([Id]) ON DELETE CASCADE,
    CONSTRAINT [FK_CartLines_Offers_OfferId] FOREIGN KEY ([OfferId]) REFERENCES [Offers] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [OfferPriceTiers] (
    [Minimum] int NOT NULL,
    [OfferId] uniqueidentifier NOT NULL,
    [UnitPrice] bigint NOT NULL,
    CONSTRAINT [PK_OfferPriceTiers] PRIMARY KEY ([OfferId], [Minimum]),
    CONSTRAINT [FK_OfferPriceTiers_Offers_OfferId] FOREIGN KEY ([OfferId]) REFERENCES [Offers] ([Id]) ON DELETE CASCADE
);
GO


CREATE TABLE [PriceListPrices] (
    [OfferId] uniqueidentifier NOT NULL,
    [Minimum] int NOT NULL,
    [PriceListId] uniqueidentifier NOT NULL,
    [UnitPrice] bigint NOT NULL,
    CONSTRAINT [PK_PriceListPrices] PRIMARY KEY ([PriceListId], [OfferId], [Minimum]),
    CONSTRAINT [FK_PriceListPrices_Offers_OfferId] FOREIGN KEY ([OfferId]) REFERENCES [Offers] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_PriceListPrices_PriceLists_PriceListId] FOREIGN KEY ([PriceListId]) REFERENCES [PriceLists] ([Id]) ON DELETE CASCADE
);
GO


CREATE TABLE [SampleTurns] (
    [OrganisationId] uniqueidentifier NOT NULL,
    [OfferId] uniqueidentifier NOT NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_SampleTurns] PRIMARY KEY ([OrganisationId], [OfferId]),
    CONSTRAINT [FK_SampleTurns_Offers_OfferId] FOREIGN KEY ([OfferId]) REFERENCES [Offers] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_SampleTurns_Organisations_OrganisationId] FOREIGN KEY ([OrganisationId]) REFERENCES [Organisations] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [SavedListLines] (
    [OfferId] uniqueidentifier NOT NULL,
    [ListId] uniqueidentifier NOT NULL,
    [Quantity] int NOT NULL,
    [Place] int NOT NULL,
    CONSTRAINT [PK_SavedListLines] PRIMARY KEY ([ListId], [OfferId]),
    CONSTRAINT [FK_SavedListLines_Offers_OfferId] FOREIGN KEY ([OfferId]) REFERENCES [Offers] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_SavedListLines_SavedLists_ListId] FOREIGN KEY ([ListId]) REFERENCES [SavedLists] ([Id]) ON DELETE CASCADE
);
GO


CREATE TABLE [JournalPostings] (
    [Number] int NOT NULL,
    [EntryId] uniqueidentifier NOT NULL,
    [Account] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Subject] uniqueidentifier NOT NULL,
    [Amount] bigint NOT NULL,
    CONSTRAINT [PK_JournalPostings] PRIMARY KEY ([EntryId], [Number]),
    CONSTRAINT [FK_JournalPostings_JournalEntries_EntryId] FOREIGN KEY ([EntryId]) REFERENCES [JournalEntries] ([Id]) ON DELETE CASCADE
);
GO


CREATE TABLE [OrderEvents] (
    [OrderId] uniqueidentifier NOT NULL,
    [Number] int NOT NULL,
    [Kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Party] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Name] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [At] datetime2 NOT NULL,
    [Text] nvarchar(1000) COLLATE Vietnamese_100_CI_AS NULL,
    [RequestId] uniqueidentifier NULL,
    CONSTRAINT [PK_OrderEvents] PRIMARY KEY ([OrderId], [Number]),
    CONSTRAINT [FK_OrderEvents_Orders_OrderId] FOREIGN KEY ([OrderId]) REFERENCES [Orders] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [OrderLines] (
    [Id] uniqueidentifier NOT NULL,
    [OrderId] uniqueidentifier NOT NULL,
    [Number] int NOT NULL,
    [OfferId] uniqueidentifier NOT NULL,
    [ProductId] uniqueidentifier NOT NULL,
    [Sku] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Quantity] int NOT NULL,
    [Receipt] nvarchar(max) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [IsSample] bit NOT NULL,
    [Total] bigint NOT NULL,
    [Certificate] nvarchar(max) COLLATE Vietnamese_100_CI_AS NULL,
    [ReadyOn] date NOT NULL,
    [IsDemonstration] bit NOT NULL,
    [HeldStock] int NOT NULL,
    [HeldWeeks] nvarchar(max) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Shipped] int NOT NULL,
    [Returned] int NOT NULL,
    [Pack_En] nvarchar(200) COLLATE Vietnamese_100_CI_AS NULL,
    [Pack_Vi] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Product_En] nvarchar(200) COLLATE Vietnamese_100_CI_AS NULL,
    [Product_Vi] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Unit_En] nvarchar(64) COLLATE Vietnamese_100_CI_AS NULL,
    [Unit_Vi] nvarchar(64) COLLATE Vietnamese_100_CI_AS NOT NULL,
    CONSTRAINT [PK_OrderLines] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_OrderLines_Offers_OfferId] FOREIGN KEY ([OfferId]) REFERENCES [Offers] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_OrderLines_Orders_OrderId] FOREIGN KEY ([OrderId]) REFERENCES [Orders] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_OrderLines_Products_ProductId] FOREIGN KEY ([ProductId]) REFERENCES [Products] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [PaymentRecords] (
    [Gateway] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [EventId] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [AttemptId] uniqueidentifier NULL,
    [Reference] nvarchar(200) COLLATE Vietnamese_100_CI_AS NULL,
    [Amount] bigint NULL,
    [Currency] varchar(3) COLLATE Latin1_General_100_BIN2 NULL,
    [OccurredAt] datetime2 NOT NULL,
    [ReceivedAt] datetime2 NOT NULL,
    [Change] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Outcome] varchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    [NeedsPerson] bit NOT NULL,
    [Settled] nvarchar(2000) COLLATE Vietnamese_100_CI_AS NULL,
    [Payload] nvarchar(max) COLLATE Vietnamese_100_CI_AS NOT NULL,
    CONSTRAINT [PK_PaymentRecords] PRIMARY KEY ([Gateway], [EventId]),
    CONSTRAINT [FK_PaymentRecords_PaymentAttempts_AttemptId] FOREIGN KEY ([AttemptId]) REFERENCES [PaymentAttempts] ([Id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [Refunds] (
    [Id] uniqueidentifier NOT NULL,
    [AttemptId] uniqueidentifier NOT NULL,
    [GroupId] uniqueidentifier NOT NULL,
    [Gateway] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Payment] nvarchar(200) COLLATE Vietnamese_100_CI_AS NOT NULL,
    [Amount] bigint NOT NULL,
    [Currency] varchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [AskedAt] datetime2 NOT NULL,
    [Work] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_Refunds] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Refunds_OrderGroups_GroupId] FOREIGN KEY ([GroupId]) REFERENCES [OrderGroups] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Refunds_PaymentAttempts_AttemptId] FOREIGN KEY ([AttemptId]) REFERENCES [PaymentAttempts] ([Id]) ON DELETE NO ACTION
);
GO


IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Partition', N'Attempts', N'Fence', N'LeasedUntil', N'NextAttemptAt', N'Owner', N'Position') AND [object_id] = OBJECT_ID(N'[IndexLeases]'))
    SET IDENTITY_INSERT [IndexLeases] ON;
INSERT INTO [IndexLeases] ([Partition], [Attempts], [Fence], [LeasedUntil], [NextAttemptAt], [Owner], [Position])
VALUES (CAST(0 AS tinyint), 0, CAST(0 AS bigint), '0001-01-01T00:00:00.0000000Z', '0001-01-01T00:00:00.0000000Z', NULL, 0x0000000000000000),
(CAST(1 AS tinyint), 0, CAST(0 AS bigint), '0001-01-01T00:00:00.0000000Z', '0001-01-01T00:00:00.0000000Z', NULL, 0x0000000000000000),
(CAST(2 AS tinyint), 0, CAST(0 AS bigint), '0001-01-01T00:00:00.0000000Z', '0001-01-01T00:00:00.0000000Z', NULL, 0x0000000000000000),
(CAST(3 AS tinyint), 0, CAST(0 AS bigint), '0001-01-01T00:00:00.0000000Z', '0001-01-01T00:00:00.0000000Z', NULL, 0x0000000000000000),
(CAST(4 AS tinyint), 0, CAST(0 AS bigint), '0001-01-01T00:00:00.0000000Z', '0001-01-01T00:00:00.0000000Z', NULL, 0x0000000000000000),
(CAST(5 AS tinyint), 0, CAST(0 AS bigint), '0001-01-01T00:00:00.0000000Z', '0001-01-01T00:00:00.0000000Z', NULL, 0x0000000000000000),
(CAST(6 AS tinyint), 0, CAST(0 AS bigint), '0001-01-01T00:00:00.0000000Z', '0001-01-01T00:00:00.0000000Z', NULL, 0x0000000000000000),
(CAST(7 AS tinyint), 0, CAST(0 AS bigint), '0001-01-01T00:00:00.0000000Z', '0001-01-01T00:00:00.0000000Z', NULL, 0x0000000000000000),
(CAST(8 AS tinyint), 0, CAST(0 AS bigint), '0001-01-01T00:00:00.0000000Z', '0001-01-01T00:00:00.0000000Z', NULL, 0x0000000000000000),
(CAST(9 AS tinyint), 0, CAST(0 AS bigint), '0001-01-01T00:00:00.0000000Z', '0001-01-01T00:00:00.0000000Z', NULL, 0x0000000000000000),
(CAST(10 AS tinyint), 0, CAST(0 AS bigint), '0001-01-01T00:00:00.0000000Z', '0001-01-01T00:00:00.0000000Z', NULL, 0x0000000000000000),
(CAST(11 AS tinyint), 0, CAST(0 AS bigint), '0001-01-01T00:00:00.0000000Z', '0001-01-01T00:00:00.0000000Z', NULL, 0x0000000000000000),
(CAST(12 AS tinyint), 0, CAST(0 AS bigint), '0001-01-01T00:00:00.0000000Z', '0001-01-01T00:00:00.0000000Z', NULL, 0x0000000000000000),
(CAST(13 AS tinyint), 0, CAST(0 AS bigint), '0001-01-01T00:00:00.0000000Z', '0001-01-01T00:00:00.0000000Z', NULL, 0x0000000000000000),
(CAST(14 AS tinyint), 0, CAST(0 AS bigint), '0001-01-01T00:00:00.0000000Z', '0001-01-01T00:00:00.0000000Z', NULL, 0x0000000000000000),
(CAST(15 AS tinyint), 0, CAST(0 AS bigint), '0001-01-01T00:00:00.0000000Z', '0001-01-01T00:00:00.0000000Z', NULL, 0x0000000000000000),
(CAST(16 AS tinyint), 0, CAST(0 AS bigint), '0001-01-01T00:00:00.0000000Z', '0001-01-01T00:00:00.0000000Z', NULL, 0x0000000000000000);
IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Partition', N'Attempts', N'Fence', N'LeasedUntil', N'NextAttemptAt', N'Owner', N'Position') AND [object_id] = OBJECT_ID(N'[IndexLeases]'))
    SET IDENTITY_INSERT [IndexLeases] OFF;
GO


CREATE UNIQUE INDEX [IX_Accounts_NormalizedEmail] ON [Accounts] ([NormalizedEmail]);
GO


CREATE UNIQUE INDEX [IX_Accounts_NormalizedUserName] ON [Accounts] ([NormalizedUserName]);
GO


CREATE INDEX [IX_ApprovalRequests_AccountId] ON [ApprovalRequests] ([AccountId]);
GO


CREATE INDEX [IX_ApprovalRequests_OrganisationId_AskedAt] ON [ApprovalRequests] ([OrganisationId], [AskedAt]);
GO


CREATE INDEX [IX_Audit_AccountId] ON [Audit] ([AccountId]);
GO


CREATE INDEX [IX_Audit_At] ON [Audit] ([At]);
GO


CREATE INDEX [IX_Audit_OrganisationId_At] ON [Audit] ([OrganisationId], [At]);
GO


CREATE INDEX [IX_Audit_SubjectId_At] ON [Audit] ([SubjectId], [At]);
GO


CREATE INDEX [IX_BuyerPriceLists_PriceListId] ON [BuyerPriceLists] ([PriceListId]);
GO


CREATE INDEX [IX_BuyerPriceLists_ProducerId] ON [BuyerPriceLists] ([ProducerId]);
GO


CREATE INDEX [IX_CartLines_OfferId] ON [CartLines] ([OfferId]);
GO


CREATE INDEX [IX_Carts_AccountId] ON [Carts] ([AccountId]);
GO


CREATE INDEX [IX_Carts_ChangedAt] ON [Carts] ([ChangedAt]);
GO


CREATE INDEX [IX_Certificates_IsDemonstration] ON [Certificates] ([IsDemonstration]);
GO


CREATE INDEX [IX_Certificates_IssuedOn] ON [Certificates] ([IssuedOn]);
GO


CREATE INDEX [IX_Certificates_LegalTextCode] ON [Certificates] ([LegalTextCode]);
GO


CREATE UNIQUE INDEX [IX_Certificates_Number] ON [Certificates] ([Number]);
GO


CREATE INDEX [IX_Certificates_ProductId] ON [Certificates] ([ProductId]);
GO


CREATE INDEX [IX_Communes_DistrictCode] ON [Communes] ([DistrictCode]);
GO


CREATE INDEX [IX_Communes_SuccessorCode] ON [Communes] ([SuccessorCode]);
GO


CREATE INDEX [IX_Complaints_AnsweredAt_AnswerBy] ON [Complaints] ([AnsweredAt], [AnswerBy]);
GO


CREATE INDEX [IX_Complaints_ProductId] ON [Complaints] ([ProductId]);
GO


CREATE UNIQUE INDEX [IX_Complaints_Reference] ON [Complaints] ([Reference]);
GO


CREATE INDEX [IX_Consents_AccountId] ON [Consents] ([AccountId]);
GO


CREATE INDEX [IX_DeliveryAddresses_OwnerId] ON [DeliveryAddresses] ([OwnerId]);
GO


CREATE INDEX [IX_DoneRequests_DoneAt] ON [DoneRequests] ([DoneAt]);
GO


CREATE INDEX [IX_Evidence_OrganisationId] ON [Evidence] ([OrganisationId]);
GO


CREATE INDEX [IX_Evidence_ProducerId_State] ON [Evidence] ([ProducerId], [State]);
GO


CREATE INDEX [IX_Evidence_State_SentAt] ON [Evidence] ([State], [SentAt]);
GO


CREATE INDEX [IX_Imports_OrganisationId_CreatedAt] ON [Imports] ([OrganisationId], [CreatedAt]);
GO


CREATE INDEX [IX_Imports_State_LeasedUntil] ON [Imports] ([State], [LeasedUntil]);
GO


CREATE INDEX [IX_Invitations_InvitedBy] ON [Invitations] ([InvitedBy]);
GO


CREATE INDEX [IX_Invitations_OrganisationId] ON [Invitations] ([OrganisationId]);
GO


CREATE UNIQUE INDEX [IX_Invitations_SecretHash] ON [Invitations] ([SecretHash]);
GO


CREATE INDEX [IX_JournalEntries_GroupId] ON [JournalEntries] ([GroupId]);
GO


CREATE INDEX [IX_JournalPostings_Account_Subject] ON [JournalPostings] ([Account], [Subject]);
GO


CREATE INDEX [IX_LegalTexts_SupersededByCode] ON [LegalTexts] ([SupersededByCode]);
GO


CREATE INDEX [IX_Listings_ProducerId_State] ON [Listings] ([ProducerId], [State]);
GO


CREATE UNIQUE INDEX [IX_Listings_Slug] ON [Listings] ([Slug]);
GO


CREATE INDEX [IX_Listings_State_SubmittedAt] ON [Listings] ([State], [SubmittedAt]);
GO


CREATE INDEX [IX_MachineKeys_CreatedBy] ON [MachineKeys] ([CreatedBy]);
GO


CREATE INDEX [IX_MachineKeys_OrganisationId] ON [MachineKeys] ([OrganisationId]);
GO


CREATE INDEX [IX_Mandates_AgentId] ON [Mandates] ([AgentId]);
GO


CREATE INDEX [IX_Memberships_AccountId] ON [Memberships] ([AccountId]);
GO


CREATE INDEX [IX_Offers_IsDemonstration] ON [Offers] ([IsDemonstration]);
GO


CREATE INDEX [IX_Offers_ProductId] ON [Offers] ([ProductId]);
GO


CREATE UNIQUE INDEX [IX_Offers_Sku] ON [Offers] ([Sku]);
GO


CREATE INDEX [IX_OrderGroups_AccountId_PlacedAt] ON [OrderGroups] ([AccountId], [PlacedAt]);
GO


CREATE UNIQUE INDEX [IX_OrderGroups_Number] ON [OrderGroups] ([Number]);
GO


CREATE INDEX [IX_OrderGroups_OrganisationId_PlacedAt] ON [OrderGroups] ([OrganisationId], [PlacedAt]);
GO


CREATE INDEX [IX_OrderGroups_PayBy] ON [OrderGroups] ([PayBy]);
GO


CREATE INDEX [IX_OrderLines_OfferId] ON [OrderLines] ([OfferId]);
GO


CREATE INDEX [IX_OrderLines_OrderId] ON [OrderLines] ([OrderId]);
GO


CREATE INDEX [IX_OrderLines_ProductId] ON [OrderLines] ([ProductId]);
GO


CREATE INDEX [IX_Orders_GroupId] ON [Orders] ([GroupId]);
GO


CREATE UNIQUE INDEX [IX_Orders_Number] ON [Orders] ([Number]);
GO


CREATE INDEX [IX_Orders_ProducerId_State_PlacedAt] ON [Orders] ([ProducerId], [State], [PlacedAt]);
GO


CREATE INDEX [IX_Orders_RemedyBy] ON [Orders] ([RemedyBy]);
GO


CREATE INDEX [IX_Organisations_DistrictCode] ON [Organisations] ([DistrictCode]);
GO


CREATE INDEX [IX_Organisations_ProducerId] ON [Organisations] ([ProducerId]);
GO


CREATE INDEX [IX_Outbox_Partition_Sequence] ON [Outbox] ([Partition], [Sequence]);
GO


CREATE INDEX [IX_OutgoingMail_DueAt] ON [OutgoingMail] ([DueAt]);
GO


CREATE INDEX [IX_PaymentAttempts_GroupId] ON [PaymentAttempts] ([GroupId]);
GO


CREATE INDEX [IX_PaymentAttempts_Reference] ON [PaymentAttempts] ([Reference]);
GO


CREATE INDEX [IX_PaymentRecords_AttemptId] ON [PaymentRecords] ([AttemptId]);
GO


CREATE INDEX [IX_PaymentRecords_NeedsPerson_ReceivedAt] ON [PaymentRecords] ([NeedsPerson], [ReceivedAt]);
GO


CREATE INDEX [IX_PaymentRecords_Reference] ON [PaymentRecords] ([Reference]);
GO


CREATE INDEX [IX_PersonalDataRequests_AccountId] ON [PersonalDataRequests] ([AccountId]);
GO


CREATE INDEX [IX_PersonalDataRequests_DueAt] ON [PersonalDataRequests] ([DueAt]);
GO


CREATE INDEX [IX_Pictures_OwnerId] ON [Pictures] ([OwnerId]);
GO


CREATE INDEX [IX_Pictures_ProductId_Position] ON [Pictures] ([ProductId], [Position]);
GO


CREATE INDEX [IX_PriceListPrices_OfferId] ON [PriceListPrices] ([OfferId]);
GO


CREATE INDEX [IX_PriceLists_ProducerId] ON [PriceLists] ([ProducerId]);
GO


CREATE INDEX [IX_Producers_CommuneCode] ON [Producers] ([CommuneCode]);
GO


CREATE INDEX [IX_Producers_DistrictCode] ON [Producers] ([DistrictCode]);
GO


CREATE INDEX [IX_Producers_NameSortKey_Id] ON [Producers] ([NameSortKey], [Id]);
GO


CREATE UNIQUE INDEX [IX_Producers_Slug] ON [Producers] ([Slug]);
GO


CREATE INDEX [IX_ProductGroups_BecomesCode] ON [ProductGroups] ([BecomesCode]);
GO


CREATE UNIQUE INDEX [IX_ProductGroups_LegalTextCode_Roman] ON [ProductGroups] ([LegalTextCode], [Roman]);
GO


CREATE INDEX [IX_Products_CommuneCode] ON [Products] ([CommuneCode]);
GO


CREATE INDEX [IX_Products_DistrictCode] ON [Products] ([DistrictCode]);
GO


CREATE INDEX [IX_Products_GroupCode] ON [Products] ([GroupCode]);
GO


CREATE INDEX [IX_Products_ProducerId] ON [Products] ([ProducerId]);
GO


CREATE UNIQUE INDEX [IX_Products_Slug] ON [Products] ([Slug]);
GO


CREATE INDEX [IX_Products_SourceGroupCode] ON [Products] ([SourceGroupCode]);
GO


CREATE INDEX [IX_Refunds_AttemptId] ON [Refunds] ([AttemptId]);
GO


CREATE INDEX [IX_Refunds_GroupId] ON [Refunds] ([GroupId]);
GO


CREATE INDEX [IX_Refunds_Work_AskedAt] ON [Refunds] ([Work], [AskedAt]);
GO


CREATE INDEX [IX_SampleTurns_OfferId] ON [SampleTurns] ([OfferId]);
GO


CREATE INDEX [IX_SavedListLines_OfferId] ON [SavedListLines] ([OfferId]);
GO


CREATE UNIQUE INDEX [IX_SavedLists_OwnerId_NameKey] ON [SavedLists] ([OwnerId], [NameKey]);
GO


CREATE INDEX [IX_Sessions_AccountId] ON [Sessions] ([AccountId]);
GO


CREATE INDEX [IX_Sessions_ExpiresAt] ON [Sessions] ([ExpiresAt]);
GO


CREATE INDEX [IX_Sessions_OrganisationId] ON [Sessions] ([OrganisationId]);
GO


CREATE UNIQUE INDEX [IX_Sessions_SecretHash] ON [Sessions] ([SecretHash]);
GO


CREATE INDEX [IX_Takedowns_ProductId] ON [Takedowns] ([ProductId]);
GO


CREATE INDEX [IX_Takedowns_PutBackAt] ON [Takedowns] ([PutBackAt]);
GO


