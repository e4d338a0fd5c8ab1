CREATE TABLE "Accounts" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Accounts" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "IsDemonstration" INTEGER NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "UserName" TEXT NULL,
    "NormalizedUserName" TEXT NOT NULL,
    "Email" TEXT NULL,
    "NormalizedEmail" TEXT NOT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL,
    "PhoneNumber" TEXT NULL,
    "PhoneNumberConfirmed" INTEGER NOT NULL,
    "TwoFactorEnabled" INTEGER NOT NULL,
    "LockoutEnd" TEXT NULL,
    "LockoutEnabled" INTEGER NOT NULL,
    "AccessFailedCount" INTEGER NOT NULL
);


CREATE TABLE "Audit" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Audit" PRIMARY KEY,
    "At" TEXT NOT NULL,
    "AccountId" TEXT NULL,
    "Who" TEXT NOT NULL,
    "OrganisationId" TEXT NULL,
    "OnBehalfOfId" TEXT NULL,
    "Action" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "SubjectId" TEXT NOT NULL,
    "Before" TEXT NULL,
    "After" TEXT NULL,
    "Why" TEXT NULL
);


CREATE TABLE "Carts" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Carts" PRIMARY KEY,
    "AccountId" TEXT NULL,
    "ChangedAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);


CREATE TABLE "DataProtectionKeys" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_DataProtectionKeys" PRIMARY KEY AUTOINCREMENT,
    "FriendlyName" TEXT NULL,
    "Xml" TEXT NULL
);


CREATE TABLE "DeadLetters" (
    "SubjectId" TEXT NOT NULL CONSTRAINT "PK_DeadLetters" PRIMARY KEY,
    "Subject" TEXT NOT NULL,
    "Sequence" INTEGER NOT NULL,
    "Reason" TEXT NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "FirstAt" TEXT NOT NULL,
    "LastAt" TEXT NOT NULL
);


CREATE TABLE "DeliveryAddresses" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_DeliveryAddresses" PRIMARY KEY,
    "OwnerId" TEXT NOT NULL,
    "Label" TEXT NOT NULL,
    "Recipient" TEXT NOT NULL,
    "IsUsual" INTEGER NOT NULL,
    "RequestHash" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);


CREATE TABLE "Districts" (
    "Code" TEXT NOT NULL CONSTRAINT "PK_Districts" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "ValidFrom" TEXT NULL,
    "ValidTo" TEXT NULL,
    "Latitude" REAL NULL,
    "Longitude" REAL NULL,
    "Name_En" TEXT NULL,
    "Name_Vi" TEXT NOT NULL
);


CREATE TABLE "DoneRequests" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_DoneRequests" PRIMARY KEY,
    "DoneAt" TEXT NOT NULL,
    "Lines" INTEGER NOT NULL
);


CREATE TABLE "IndexLeases" (
    "Partition" INTEGER NOT NULL CONSTRAINT "PK_IndexLeases" PRIMARY KEY,
    "Owner" TEXT NULL,
    "LeasedUntil" TEXT NOT NULL,
    "Fence" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "NextAttemptAt" TEXT NOT NULL
);


CREATE TABLE "Installation" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Installation" PRIMARY KEY,
    "CreatedAt" TEXT NOT NULL
);


CREATE TABLE "LegalTexts" (
    "Code" TEXT NOT NULL CONSTRAINT "PK_LegalTexts" PRIMARY KEY,
    "ValidFrom" TEXT NOT NULL,
    "ValidTo" TEXT NULL,
    "SuspendedFrom" TEXT NULL,
    "SuspendedTo" TEXT NULL,
    "SupersededByCode" TEXT NULL,
    "CertificateMonths" INTEGER NULL,
    "ExtensionDays" INTEGER NULL,
    "Source" TEXT NOT NULL,
    "Title_En" TEXT NULL,
    "Title_Vi" TEXT NOT NULL,
    CONSTRAINT "FK_LegalTexts_LegalTexts_SupersededByCode" FOREIGN KEY ("SupersededByCode") REFERENCES "LegalTexts" ("Code") ON DELETE RESTRICT
);


CREATE TABLE "Outbox" (
    "Sequence" INTEGER NOT NULL CONSTRAINT "PK_Outbox" PRIMARY KEY AUTOINCREMENT,
    "Subject" TEXT NOT NULL,
    "SubjectId" TEXT NOT NULL,
    "Partition" INTEGER NOT NULL,
    "CreatedAt" TEXT NOT NULL
);


CREATE TABLE "OutgoingMail" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_OutgoingMail" PRIMARY KEY,
    "To" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "DueAt" TEXT NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "Fault" TEXT NULL
);


CREATE TABLE "Pictures" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Pictures" PRIMARY KEY,
    "OwnerId" TEXT NOT NULL,
    "ProductId" TEXT NULL,
    "Position" INTEGER NOT NULL,
    "Width" INTEGER NOT NULL,
    "Height" INTEGER NOT NULL,
    "Renditions" TEXT NOT NULL,
    "SourceHash" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Alt_En" TEXT NULL,
    "Alt_Vi" TEXT NULL
);


CREATE TABLE "SavedLists" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_SavedLists" PRIMARY KEY,
    "OwnerId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "NameKey" TEXT NOT NULL,
    "ChangedAt" TEXT NOT NULL,
    "RequestHash" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);


CREATE TABLE "AccountTokens" (
    "UserId" TEXT NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NULL,
    CONSTRAINT "PK_AccountTokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_AccountTokens_Accounts_UserId" FOREIGN KEY ("UserId") REFERENCES "Accounts" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Consents" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Consents" PRIMARY KEY,
    "AccountId" TEXT NOT NULL,
    "Purpose" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "GivenAt" TEXT NOT NULL,
    "WithdrawnAt" TEXT NULL,
    CONSTRAINT "FK_Consents_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "PersonalDataRequests" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_PersonalDataRequests" PRIMARY KEY,
    "AccountId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "AskedAt" TEXT NOT NULL,
    "DueAt" TEXT NOT NULL,
    "LegalEnd" TEXT NOT NULL,
    "DoneAt" TEXT NULL,
    "TakenBackAt" TEXT NULL,
    CONSTRAINT "FK_PersonalDataRequests_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Communes" (
    "Code" TEXT NOT NULL CONSTRAINT "PK_Communes" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "DistrictCode" TEXT NULL,
    "ValidFrom" TEXT NULL,
    "ValidTo" TEXT NULL,
    "SuccessorCode" TEXT NULL,
    "StatisticsCode" TEXT NULL,
    "Latitude" REAL NULL,
    "Longitude" REAL NULL,
    "Name_En" TEXT NULL,
    "Name_Vi" TEXT NOT NULL,
    CONSTRAINT "FK_Communes_Communes_SuccessorCode" FOREIGN KEY ("SuccessorCode") REFERENCES "Communes" ("Code") ON DELETE RESTRICT,
    CONSTRAINT "FK_Communes_Districts_DistrictCode" FOREIGN KEY ("DistrictCode") REFERENCES "Districts" ("Code") ON DELETE RESTRICT
);


CREATE TABLE "ProductGroups" (
    "Code" TEXT NOT NULL CONSTRAINT "PK_ProductGroups" PRIMARY KEY,
    "LegalTextCode" TEXT NOT NULL,
    "Roman" TEXT NOT NULL,
    "ValidFrom" TEXT NOT NULL,
    "ValidTo" TEXT NULL,
    "BecomesCode" TEXT NULL,
    "Position" INTEGER NOT NULL,
    "Description_En" TEXT NULL,
    "Description_Vi" TEXT NULL,
    "Name_En" TEXT NULL,
    "Name_Vi" TEXT NOT NULL,
    CONSTRAINT "FK_ProductGroups_LegalTexts_LegalTextCode" FOREIGN KEY ("LegalTextCode") REFERENCES "LegalTexts" ("Code") ON DELETE RESTRICT,
    CONSTRAINT "FK_ProductGroups_ProductGroups_BecomesCode" FOREIGN KEY ("BecomesCode") REFERENCES "ProductGroups" ("Code") ON DELETE RESTRICT
);


CREATE TABLE "Producers" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Producers" PRIMARY KEY,
    "Slug" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "DistrictCode" TEXT NULL,
    "CommuneCode" TEXT NULL,
    "Sources" TEXT NOT NULL,
    "SmallestOrder" INTEGER NULL,
    "Version" INTEGER NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "NameSortKey" TEXT NOT NULL,
    "Makes_En" TEXT NULL,
    "Makes_Vi" TEXT NULL,
    "Name_En" TEXT NULL,
    "Name_Vi" TEXT NOT NULL,
    CONSTRAINT "FK_Producers_Communes_CommuneCode" FOREIGN KEY ("CommuneCode") REFERENCES "Communes" ("Code") ON DELETE RESTRICT,
    CONSTRAINT "FK_Producers_Districts_DistrictCode" FOREIGN KEY ("DistrictCode") REFERENCES "Districts" ("Code") ON DELETE RESTRICT
);


CREATE TABLE "Listings" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Listings" PRIMARY KEY,
    "ProducerId" TEXT NOT NULL,
    "Slug" TEXT NOT NULL,
    "Content" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Live" TEXT NOT NULL,
    "SubmittedAt" TEXT NULL,
    "SubmittedBy" TEXT NULL,
    "DecidedAt" TEXT NULL,
    "DecidedBy" TEXT NULL,
    "Reasons" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Listings_Producers_ProducerId" FOREIGN KEY ("ProducerId") REFERENCES "Producers" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Organisations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Organisations" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Form" TEXT NULL,
    "RegistrationNumber" TEXT NULL,
    "TaxCode" TEXT NULL,
    "LegalRepresentative" TEXT NULL,
    "DistrictCode" TEXT NULL,
    "IdentityStatus" TEXT NOT NULL,
    "IdentityNote" TEXT NULL,
    "ProducerId" TEXT NULL,
    "IsDemonstration" INTEGER NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Organisations_Districts_DistrictCode" FOREIGN KEY ("DistrictCode") REFERENCES "Districts" ("Code") ON DELETE RESTRICT,
    CONSTRAINT "FK_Organisations_Producers_ProducerId" FOREIGN KEY ("ProducerId") REFERENCES "Producers" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "PriceLists" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_PriceLists" PRIMARY KEY,
    "ProducerId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "ReductionBasisPoints" INTEGER NOT NULL,
    "ValidFrom" TEXT NOT NULL,
    "ValidTo" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_PriceLists_Producers_ProducerId" FOREIGN KEY ("ProducerId") REFERENCES "Producers" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Products" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Products" PRIMARY KEY,
    "Slug" TEXT NOT NULL,
    "GroupCode" TEXT NOT NULL,
    "SourceGroupCode" TEXT NULL,
    "Category" TEXT NOT NULL,
    "ProducerId" TEXT NULL,
    "DistrictCode" TEXT NULL,
    "CommuneCode" TEXT NULL,
    "ExportMarkets" TEXT NOT NULL,
    "Keywords" TEXT NOT NULL,
    "Sources" TEXT NOT NULL,
    "Standing" TEXT NOT NULL,
    "Season" TEXT NULL,
    "Visibility" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "ListedAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Description_En" TEXT NULL,
    "Description_Vi" TEXT NULL,
    "IndicativePrice_Kind" TEXT NULL,
    "IndicativePrice_Maximum" INTEGER NULL,
    "IndicativePrice_Minimum" INTEGER NULL,
    "IndicativePrice_Unit" TEXT NULL,
    "IndicativePrice_Year" INTEGER NULL,
    "Name_En" TEXT NULL,
    "Name_Vi" TEXT NOT NULL,
    "Packaging_En" TEXT NULL,
    "Packaging_Vi" TEXT NULL,
    CONSTRAINT "FK_Products_Communes_CommuneCode" FOREIGN KEY ("CommuneCode") REFERENCES "Communes" ("Code") ON DELETE RESTRICT,
    CONSTRAINT "FK_Products_Districts_DistrictCode" FOREIGN KEY ("DistrictCode") REFERENCES "Districts" ("Code") ON DELETE RESTRICT,
    CONSTRAINT "FK_Products_Producers_ProducerId" FOREIGN KEY ("ProducerId") REFERENCES "Producers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Products_ProductGroups_GroupCode" FOREIGN KEY ("GroupCode") REFERENCES "ProductGroups" ("Code") ON DELETE RESTRICT,
    CONSTRAINT "FK_Products_ProductGroups_SourceGroupCode" FOREIGN KEY ("SourceGroupCode") REFERENCES "ProductGroups" ("Code") ON DELETE RESTRICT
);


CREATE TABLE "ApprovalRequests" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ApprovalRequests" PRIMARY KEY,
    "OrganisationId" TEXT NOT NULL,
    "AccountId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "InputHash" TEXT NOT NULL,
    "Lines" TEXT NOT NULL,
    "Recipient" TEXT NOT NULL,
    "Email" TEXT NULL,
    "Language" TEXT NOT NULL,
    "Method" TEXT NOT NULL,
    "Reference" TEXT NULL,
    "Note" TEXT NULL,
    "Currency" TEXT NOT NULL,
    "Total" INTEGER NOT NULL,
    "Limit" INTEGER NOT NULL,
    "AskedAt" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "DecidedBy" TEXT NULL,
    "DecidedAt" TEXT NULL,
    "Reason" TEXT NULL,
    "DecisionHash" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_ApprovalRequests_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Evidence" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Evidence" PRIMARY KEY,
    "OrganisationId" TEXT NOT NULL,
    "ProducerId" TEXT NOT NULL,
    "ProductId" TEXT NULL,
    "State" TEXT NOT NULL,
    "Grade" TEXT NULL,
    "Reason" TEXT NULL,
    "SentBy" TEXT NOT NULL,
    "SentAt" TEXT NOT NULL,
    "DecidedAt" TEXT NULL,
    "Version" INTEGER NOT NULL,
    "Details_ExpiresOn" TEXT NULL,
    "Details_IssuedBy" TEXT NOT NULL,
    "Details_IssuedOn" TEXT NOT NULL,
    "Details_Kind" TEXT NOT NULL,
    "Details_Number" TEXT NULL,
    "Details_Title" TEXT NOT NULL,
    "Paper_Format" TEXT NOT NULL,
    "Paper_Id" TEXT NOT NULL,
    "Paper_Length" INTEGER NOT NULL,
    "Paper_Sha256" TEXT NOT NULL,
    CONSTRAINT "FK_Evidence_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Evidence_Producers_ProducerId" FOREIGN KEY ("ProducerId") REFERENCES "Producers" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Imports" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Imports" PRIMARY KEY,
    "OrganisationId" TEXT NOT NULL,
    "ProducerId" TEXT NOT NULL,
    "AccountId" TEXT NULL,
    "Who" TEXT NOT NULL,
    "FileName" TEXT NOT NULL,
    "Format" TEXT NOT NULL,
    "Size" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "DryRun" INTEGER NOT NULL,
    "Policy" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "RequestKey" TEXT NULL,
    "Rows" INTEGER NOT NULL,
    "Done" INTEGER NOT NULL,
    "Made" INTEGER NOT NULL,
    "Changed" INTEGER NOT NULL,
    "Unchanged" INTEGER NOT NULL,
    "Waiting" INTEGER NOT NULL,
    "Refused" INTEGER NOT NULL,
    "Faults" INTEGER NOT NULL,
    "UnknownHeaders" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "EndedAt" TEXT NULL,
    "LeasedUntil" TEXT NOT NULL,
    "Fence" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "HasResult" INTEGER NOT NULL,
    CONSTRAINT "FK_Imports_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Invitations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Invitations" PRIMARY KEY,
    "OrganisationId" TEXT NOT NULL,
    "Email" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "SecretHash" TEXT NOT NULL,
    "InvitedBy" TEXT NULL,
    "ExpiresAt" TEXT NOT NULL,
    "AcceptedAt" TEXT NULL,
    CONSTRAINT "FK_Invitations_Accounts_InvitedBy" FOREIGN KEY ("InvitedBy") REFERENCES "Accounts" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Invitations_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "MachineKeys" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_MachineKeys" PRIMARY KEY,
    "OrganisationId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Scopes" TEXT NOT NULL,
    "SecretHash" TEXT NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "UsedAt" TEXT NULL,
    "RevokedAt" TEXT NULL,
    CONSTRAINT "FK_MachineKeys_Accounts_CreatedBy" FOREIGN KEY ("CreatedBy") REFERENCES "Accounts" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_MachineKeys_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Mandates" (
    "OrganisationId" TEXT NOT NULL,
    "AgentId" TEXT NOT NULL,
    "Since" TEXT NOT NULL,
    CONSTRAINT "PK_Mandates" PRIMARY KEY ("OrganisationId", "AgentId"),
    CONSTRAINT "FK_Mandates_Organisations_AgentId" FOREIGN KEY ("AgentId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Mandates_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Memberships" (
    "OrganisationId" TEXT NOT NULL,
    "AccountId" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "Since" TEXT NOT NULL,
    "OrderLimit" INTEGER NULL,
    CONSTRAINT "PK_Memberships" PRIMARY KEY ("OrganisationId", "AccountId"),
    CONSTRAINT "FK_Memberships_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Memberships_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "OrderGroups" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_OrderGroups" PRIMARY KEY,
    "Number" TEXT NOT NULL,
    "AccountId" TEXT NULL,
    "OrganisationId" TEXT NULL,
    "SecretHash" TEXT NOT NULL,
    "InputHash" TEXT NOT NULL,
    "Email" TEXT NULL,
    "Language" TEXT NOT NULL,
    "Recipient" TEXT NOT NULL,
    "Method" TEXT NOT NULL,
    "Reference" TEXT NULL,
    "Note" TEXT NULL,
    "Currency" TEXT NOT NULL,
    "Total" INTEGER NOT NULL,
    "PlacedAt" TEXT NOT NULL,
    "PayBy" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_OrderGroups_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Sessions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Sessions" PRIMARY KEY,
    "AccountId" TEXT NOT NULL,
    "SecretHash" TEXT NOT NULL,
    "Ticket" BLOB NOT NULL,
    "Device" TEXT NOT NULL,
    "OrganisationId" TEXT NULL,
    "OnBehalfOfId" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "SeenAt" TEXT NOT NULL,
    "ExpiresAt" TEXT NOT NULL,
    CONSTRAINT "FK_Sessions_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Sessions_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "BuyerPriceLists" (
    "OrganisationId" TEXT NOT NULL,
    "ProducerId" TEXT NOT NULL,
    "PriceListId" TEXT NOT NULL,
    CONSTRAINT "PK_BuyerPriceLists" PRIMARY KEY ("OrganisationId", "ProducerId"),
    CONSTRAINT "FK_BuyerPriceLists_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_BuyerPriceLists_PriceLists_PriceListId" FOREIGN KEY ("PriceListId") REFERENCES "PriceLists" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_BuyerPriceLists_Producers_ProducerId" FOREIGN KEY ("ProducerId") REFERENCES "Producers" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Certificates" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Certificates" PRIMARY KEY,
    "ProductId" TEXT NOT NULL,
    "Number" TEXT NOT NULL,
    "Stars" INTEGER NOT NULL,
    "DecisionNumber" TEXT NULL,
    "Issuer" TEXT NOT NULL,
    "IssuedOn" TEXT NOT NULL,
    "ExpiresOn" TEXT NOT NULL,
    "EvidenceGrade" TEXT NOT NULL,
    "LegalTextCode" TEXT NOT NULL,
    "IsDemonstration" INTEGER NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Certificates_LegalTexts_LegalTextCode" FOREIGN KEY ("LegalTextCode") REFERENCES "LegalTexts" ("Code") ON DELETE RESTRICT,
    CONSTRAINT "FK_Certificates_Products_ProductId" FOREIGN KEY ("ProductId") REFERENCES "Products" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Complaints" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Complaints" PRIMARY KEY,
    "Reference" TEXT NOT NULL,
    "About" TEXT NOT NULL,
    "ProductId" TEXT NULL,
    "Name" TEXT NOT NULL,
    "Email" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "FiledAt" TEXT NOT NULL,
    "AnswerBy" TEXT NOT NULL,
    "Answer" TEXT NULL,
    "AnsweredAt" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Complaints_Products_ProductId" FOREIGN KEY ("ProductId") REFERENCES "Products" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Offers" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Offers" PRIMARY KEY,
    "ProductId" TEXT NOT NULL,
    "Sku" TEXT NOT NULL,
    "Stock" INTEGER NOT NULL,
    "Reserved" INTEGER NOT NULL,
    "MadeToOrder" INTEGER NOT NULL,
    "LeadTimeDays" INTEGER NOT NULL,
    "WeeklyCapacity" INTEGER NULL,
    "OnSale" INTEGER NOT NULL,
    "BlackoutDays" TEXT NOT NULL,
    "SampleUnitPrice" INTEGER NULL,
    "SampleMost" INTEGER NULL,
    "IsDemonstration" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "Currency" TEXT NOT NULL,
    "Pack_En" TEXT NULL,
    "Pack_Vi" TEXT NOT NULL,
    "QuantityRule_Increment" INTEGER NOT NULL,
    "QuantityRule_Maximum" INTEGER NULL,
    "QuantityRule_Minimum" INTEGER NOT NULL,
    "Unit_En" TEXT NULL,
    "Unit_Vi" TEXT NOT NULL,
    CONSTRAINT "CK_Offers_Reserved" CHECK (Reserved >= 0 AND Reserved <= Stock),
    CONSTRAINT "FK_Offers_Products_ProductId" FOREIGN KEY ("ProductId") REFERENCES "Products" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "ProductCertifications" (
    "Number" INTEGER NOT NULL,
    "ProductId" TEXT NOT NULL,
    "Code" TEXT NOT NULL,
    "Detail_Vi" TEXT NOT NULL,
    "Detail_En" TEXT NULL,
    "Held" INTEGER NOT NULL,
    CONSTRAINT "PK_ProductCertifications" PRIMARY KEY ("ProductId", "Number"),
    CONSTRAINT "FK_ProductCertifications_Products_ProductId" FOREIGN KEY ("ProductId") REFERENCES "Products" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Takedowns" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Takedowns" PRIMARY KEY,
    "ProductId" TEXT NOT NULL,
    "Ground" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "PutBackAt" TEXT NULL,
    "PutBackReason" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Takedowns_Products_ProductId" FOREIGN KEY ("ProductId") REFERENCES "Products" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "ImportBatches" (
    "ImportId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Outcomes" TEXT NOT NULL,
    "FaultsBefore" INTEGER NOT NULL,
    "Faults" INTEGER NOT NULL,
    CONSTRAINT "PK_ImportBatches" PRIMARY KEY ("ImportId", "Number"),
    CONSTRAINT "FK_ImportBatches_Imports_ImportId" FOREIGN KEY ("ImportId") REFERENCES "Imports" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "JournalEntries" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_JournalEntries" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "GroupId" TEXT NOT NULL,
    "Currency" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    CONSTRAINT "FK_JournalEntries_OrderGroups_GroupId" FOREIGN KEY ("GroupId") REFERENCES "OrderGroups" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Orders" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Orders" PRIMARY KEY,
    "GroupId" TEXT NOT NULL,
    "Number" TEXT NOT NULL,
    "ProducerId" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Total" INTEGER NOT NULL,
    "Released" INTEGER NOT NULL,
    "PlacedAt" TEXT NOT NULL,
    "RemedyBy" TEXT NULL,
    "Version" INTEGER NOT NULL,
    "Producer_En" TEXT NULL,
    "Producer_Vi" TEXT NOT NULL,
    CONSTRAINT "FK_Orders_OrderGroups_GroupId" FOREIGN KEY ("GroupId") REFERENCES "OrderGroups" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Orders_Producers_ProducerId" FOREIGN KEY ("ProducerId") REFERENCES "Producers" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "PaymentAttempts" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_PaymentAttempts" PRIMARY KEY,
    "GroupId" TEXT NOT NULL,
    "Gateway" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "ExpiresAt" TEXT NULL,
    "State" TEXT NOT NULL,
    "Reference" TEXT NULL,
    "Transfer" TEXT NULL,
    "End" TEXT NULL,
    "Receipts" TEXT NOT NULL,
    "Refunds" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Amount_Amount" INTEGER NOT NULL,
    "Amount_Currency" TEXT NOT NULL,
    CONSTRAINT "FK_PaymentAttempts_OrderGroups_GroupId" FOREIGN KEY ("GroupId") REFERENCES "OrderGroups" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "CertificateEvents" (
    "Number" INTEGER NOT NULL,
    "CertificateId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "On" TEXT NOT NULL,
    "Until" TEXT NULL,
    "Ground" TEXT NULL,
    "Reason" TEXT NULL,
    "Evidence" TEXT NULL,
    CONSTRAINT "PK_CertificateEvents" PRIMARY KEY ("CertificateId", "Number"),
    CONSTRAINT "FK_CertificateEvents_Certificates_CertificateId" FOREIGN KEY ("CertificateId") REFERENCES "Certificates" ("Id") ON DELETE CASCADE
);


CREATE TABLE "CertificateReminders" (
    "CertificateId" TEXT NOT NULL,
    "Days" INTEGER NOT NULL,
    "SentAt" TEXT NOT NULL,
    CONSTRAINT "PK_CertificateReminders" PRIMARY KEY ("CertificateId", "Days"),
    CONSTRAINT "FK_CertificateReminders_Certificates_CertificateId" FOREIGN KEY ("CertificateId") REFERENCES "Certificates" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "CapacityWeeks" (
    "OfferId" TEXT NOT NULL,
    "Week" TEXT NOT NULL,
    "Promised" INTEGER NOT NULL,
    CONSTRAINT "PK_CapacityWeeks" PRIMARY KEY ("OfferId", "Week"),
    CONSTRAINT "CK_CapacityWeeks_Promised" CHECK (Promised >= 0),
    CONSTRAINT "FK_CapacityWeeks_Offers_OfferId" FOREIGN KEY ("OfferId") REFERENCES "Offers" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "CartLines" (
    "OfferId" TEXT NOT NULL,
    "CartId" TEXT NOT NULL,
    "Quantity" INTEGER NOT NULL,
    "SeenUnitPrice" INTEGER NOT NULL,
    "Place" INTEGER NOT NULL,
    CONSTRAINT "PK_CartLines" PRIMARY KEY ("CartId", "OfferId"),
    CONSTRAINT "FK_CartLines_Carts_CartId" FOREIGN KEY ("CartId") REFERENCES "Carts" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_CartLines_Offers_OfferId" FOREIGN KEY ("OfferId") REFERENCES "Offers" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "OfferPriceTiers" (
    "Minimum" INTEGER NOT NULL,
    "OfferId" TEXT NOT NULL,
    "UnitPrice" INTEGER NOT NULL,
    CONSTRAINT "PK_OfferPriceTiers" PRIMARY KEY ("OfferId", "Minimum"),
    CONSTRAINT "FK_OfferPriceTiers_Offers_OfferId" FOREIGN KEY ("OfferId") REFERENCES "Offers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "PriceListPrices" (
    "OfferId" TEXT NOT NULL,
    "Minimum" INTEGER NOT NULL,
    "PriceListId" TEXT NOT NULL,
    "UnitPrice" INTEGER NOT NULL,
    CONSTRAINT "PK_PriceListPrices" PRIMARY KEY ("PriceListId", "OfferId", "Minimum"),
    CONSTRAINT "FK_PriceListPrices_Offers_OfferId" FOREIGN KEY ("OfferId") REFERENCES "Offers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_PriceListPrices_PriceLists_PriceListId" FOREIGN KEY ("PriceListId") REFERENCES "PriceLists" ("Id") ON DELETE CASCADE
);


CREATE TABLE "SampleTurns" (
    "OrganisationId" TEXT NOT NULL,
    "OfferId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_SampleTurns" PRIMARY KEY ("OrganisationId", "OfferId"),
    CONSTRAINT "FK_SampleTurns_Offers_OfferId" FOREIGN KEY ("OfferId") REFERENCES "Offers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_SampleTurns_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "SavedListLines" (
    "OfferId" TEXT NOT NULL,
    "ListId" TEXT NOT NULL,
    "Quantity" INTEGER NOT NULL,
    "Place" INTEGER NOT NULL,
    CONSTRAINT "PK_SavedListLines" PRIMARY KEY ("ListId", "OfferId"),
    CONSTRAINT "FK_SavedListLines_Offers_OfferId" FOREIGN KEY ("OfferId") REFERENCES "Offers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_SavedListLines_SavedLists_ListId" FOREIGN KEY ("ListId") REFERENCES "SavedLists" ("Id") ON DELETE CASCADE
);


CREATE TABLE "JournalPostings" (
    "Number" INTEGER NOT NULL,
    "EntryId" TEXT NOT NULL,
    "Account" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Amount" INTEGER NOT NULL,
    CONSTRAINT "PK_JournalPostings" PRIMARY KEY ("EntryId", "Number"),
    CONSTRAINT "FK_JournalPostings_JournalEntries_EntryId" FOREIGN KEY ("EntryId") REFERENCES "JournalEntries" ("Id") ON DELETE CASCADE
);


CREATE TABLE "OrderEvents" (
    "OrderId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "Party" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Text" TEXT NULL,
    "RequestId" TEXT NULL,
    CONSTRAINT "PK_OrderEvents" PRIMARY KEY ("OrderId", "Number"),
    CONSTRAINT "FK_OrderEvents_Orders_OrderId" FOREIGN KEY ("OrderId") REFERENCES "Orders" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "OrderLines" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_OrderLines" PRIMARY KEY,
    "OrderId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "OfferId" TEXT NOT NULL,
    "ProductId" TEXT NOT NULL,
    "Sku" TEXT NOT NULL,
    "Quantity" INTEGER NOT NULL,
    "Receipt" TEXT NOT NULL,
    "IsSample" INTEGER NOT NULL,
    "Total" INTEGER NOT NULL,
    "Certificate" TEXT NULL,
    "ReadyOn" TEXT NOT NULL,
    "IsDemonstration" INTEGER NOT NULL,
    "HeldStock" INTEGER NOT NULL,
    "HeldWeeks" TEXT NOT NULL,
    "Shipped" INTEGER NOT NULL,
    "Returned" INTEGER NOT NULL,
    "Pack_En" TEXT NULL,
    "Pack_Vi" TEXT NOT NULL,
    "Product_En" TEXT NULL,
    "Product_Vi" TEXT NOT NULL,
    "Unit_En" TEXT NULL,
    "Unit_Vi" TEXT NOT NULL,
    CONSTRAINT "FK_OrderLines_Offers_OfferId" FOREIGN KEY ("OfferId") REFERENCES "Offers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_OrderLines_Orders_OrderId" FOREIGN KEY ("OrderId") REFERENCES "Orders" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_OrderLines_Products_ProductId" FOREIGN KEY ("ProductId") REFERENCES "Products" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "PaymentRecords" (
    "Gateway" TEXT NOT NULL,
    "EventId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "AttemptId" TEXT NULL,
    "Reference" TEXT NULL,
    "Amount" INTEGER NULL,
    "Currency" TEXT NULL,
    "OccurredAt" TEXT NOT NULL,
    "ReceivedAt" TEXT NOT NULL,
    "Change" TEXT NOT NULL,
    "Outcome" TEXT NULL,
    "NeedsPerson" INTEGER NOT NULL,
    "Settled" TEXT NULL,
    "Payload" TEXT NOT NULL,
    CONSTRAINT "PK_PaymentRecords" PRIMARY KEY ("Gateway", "EventId"),
    CONSTRAINT "FK_PaymentRecords_PaymentAttempts_AttemptId" FOREIGN KEY ("AttemptId") REFERENCES "PaymentAttempts" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Refunds" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Refunds" PRIMARY KEY,
    "AttemptId" TEXT NOT NULL,
    "GroupId" TEXT NOT NULL,
    "Gateway" TEXT NOT NULL,
    "Payment" TEXT NOT NULL,
    "Amount" INTEGER NOT NULL,
    "Currency" TEXT NOT NULL,
    "AskedAt" TEXT NOT NULL,
    "Work" TEXT NOT NULL,
    CONSTRAINT "FK_Refunds_OrderGroups_GroupId" FOREIGN KEY ("GroupId") REFERENCES "OrderGroups" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Refunds_PaymentAttempts_AttemptId" FOREIGN KEY ("AttemptId") REFERENCES "PaymentAttempts" ("Id") ON DELETE RESTRICT
);


INSERT INTO "IndexLeases" ("Partition", "Attempts", "Fence", "LeasedUntil", "NextAttemptAt", "Owner", "Position")
VALUES (0, 0, 0, '0001-01-01 00:00:00', '0001-01-01 00:00:00', NULL, 0);
SELECT changes();

INSERT INTO "IndexLeases" ("Partition", "Attempts", "Fence", "LeasedUntil", "NextAttemptAt", "Owner", "Position")
VALUES (1, 0, 0, '0001-01-01 00:00:00', '0001-01-01 00:00:00', NULL, 0);
SELECT changes();

INSERT INTO "IndexLeases" ("Partition", "Attempts", "Fence", "LeasedUntil", "NextAttemptAt", "Owner", "Position")
VALUES (2, 0, 0, '0001-01-01 00:00:00', '0001-01-01 00:00:00', NULL, 0);
SELECT changes();

INSERT INTO "IndexLeases" ("Partition", "Attempts", "Fence", "LeasedUntil", "NextAttemptAt", "Owner", "Position")
VALUES (3, 0, 0, '0001-01-01 00:00:00', '0001-01-01 00:00:00', NULL, 0);
SELECT changes();

INSERT INTO "IndexLeases" ("Partition", "Attempts", "Fence", "LeasedUntil", "NextAttemptAt", "Owner", "Position")
VALUES (4, 0, 0, '0001-01-01 00:00:00', '0001-01-01 00:00:00', NULL, 0);
SELECT changes();

INSERT INTO "IndexLeases" ("Partition", "Attempts", "Fence", "LeasedUntil", "NextAttemptAt", "Owner", "Position")
VALUES (5, 0, 0, '0001-01-01 00:00:00', '0001-01-01 00:00:00', NULL, 0);
SELECT changes();

INSERT INTO "IndexLeases" ("Partition", "Attempts", "Fence", "LeasedUntil", "NextAttemptAt", "Owner", "Position")
VALUES (6, 0, 0, '0001-01-01 00:00:00', '0001-01-01 00:00:00', NULL, 0);
SELECT changes();

INSERT INTO "IndexLeases" ("Partition", "Attempts", "Fence", "LeasedUntil", "NextAttemptAt", "Owner", "Position")
VALUES (7, 0, 0, '0001-01-01 00:00:00', '0001-01-01 00:00:00', NULL, 0);
SELECT changes();

INSERT INTO "IndexLeases" ("Partition", "Attempts", "Fence", "LeasedUntil", "NextAttemptAt", "Owner", "Position")
VALUES (8, 0, 0, '0001-01-01 00:00:00', '0001-01-01 00:00:00', NULL, 0);
SELECT changes();

INSERT INTO "IndexLeases" ("Partition", "Attempts", "Fence", "LeasedUntil", "NextAttemptAt", "Owner", "Position")
VALUES (9, 0, 0, '0001-01-01 00:00:00', '0001-01-01 00:00:00', NULL, 0);
SELECT changes();

INSERT INTO "IndexLeases" ("Partition", "Attempts", "Fence", "LeasedUntil", "NextAttemptAt", "Owner", "Position")
VALUES (10, 0, 0, '0001-01-01 00:00:00', '0001-01-01 00:00:00', NULL, 0);
SELECT changes();

INSERT INTO "IndexLeases" ("Partition", "Attempts", "Fence", "LeasedUntil", "NextAttemptAt", "Owner", "Position")
VALUES (11, 0, 0, '0001-01-01 00:00:00', '0001-01-01 00:00:00', NULL, 0);
SELECT changes();

INSERT INTO "IndexLeases" ("Partition", "Attempts", "Fence", "LeasedUntil", "NextAttemptAt", "Owner", "Position")
VALUES (12, 0, 0, '0001-01-01 00:00:00', '0001-01-01 00:00:00', NULL, 0);
SELECT changes();

INSERT INTO "IndexLeases" ("Partition", "Attempts", "Fence", "LeasedUntil", "NextAttemptAt", "Owner", "Position")
VALUES (13, 0, 0, '0001-01-01 00:00:00', '0001-01-01 00:00:00', NULL, 0);
SELECT changes();

INSERT INTO "IndexLeases" ("Partition", "Attempts", "Fence", "LeasedUntil", "NextAttemptAt", "Owner", "Position")
VALUES (14, 0, 0, '0001-01-01 00:00:00', '0001-01-01 00:00:00', NULL, 0);
SELECT changes();

INSERT INTO "IndexLeases" ("Partition", "Attempts", "Fence", "LeasedUntil", "NextAttemptAt", "Owner", "Position")
VALUES (15, 0, 0, '0001-01-01 00:00:00', '0001-01-01 00:00:00', NULL, 0);
SELECT changes();

INSERT INTO "IndexLeases" ("Partition", "Attempts", "Fence", "LeasedUntil", "NextAttemptAt", "Owner", "Position")
VALUES (16, 0, 0, '0001-01-01 00:00:00', '0001-01-01 00:00:00', NULL, 0);
SELECT changes();



CREATE UNIQUE INDEX "IX_Accounts_NormalizedEmail" ON "Accounts" ("NormalizedEmail");


CREATE UNIQUE INDEX "IX_Accounts_NormalizedUserName" ON "Accounts" ("NormalizedUserName");


CREATE INDEX "IX_ApprovalRequests_AccountId" ON "ApprovalRequests" ("AccountId");


CREATE INDEX "IX_ApprovalRequests_OrganisationId_AskedAt" ON "ApprovalRequests" ("OrganisationId", "AskedAt");


CREATE INDEX "IX_Audit_AccountId" ON "Audit" ("AccountId");


CREATE INDEX "IX_Audit_At" ON "Audit" ("At");


CREATE INDEX "IX_Audit_OrganisationId_At" ON "Audit" ("OrganisationId", "At");


CREATE INDEX "IX_Audit_SubjectId_At" ON "Audit" ("SubjectId", "At");


CREATE INDEX "IX_BuyerPriceLists_PriceListId" ON "BuyerPriceLists" ("PriceListId");


CREATE INDEX "IX_BuyerPriceLists_ProducerId" ON "BuyerPriceLists" ("ProducerId");


CREATE INDEX "IX_CartLines_OfferId" ON "CartLines" ("OfferId");


CREATE INDEX "IX_Carts_AccountId" ON "Carts" ("AccountId");


CREATE INDEX "IX_Carts_ChangedAt" ON "Carts" ("ChangedAt");


CREATE INDEX "IX_Certificates_IsDemonstration" ON "Certificates" ("IsDemonstration");


CREATE INDEX "IX_Certificates_IssuedOn" ON "Certificates" ("IssuedOn");


CREATE INDEX "IX_Certificates_LegalTextCode" ON "Certificates" ("LegalTextCode");


CREATE UNIQUE INDEX "IX_Certificates_Number" ON "Certificates" ("Number");


CREATE INDEX "IX_Certificates_ProductId" ON "Certificates" ("ProductId");


CREATE INDEX "IX_Communes_DistrictCode" ON "Communes" ("DistrictCode");


CREATE INDEX "IX_Communes_SuccessorCode" ON "Communes" ("SuccessorCode");


CREATE INDEX "IX_Complaints_AnsweredAt_AnswerBy" ON "Complaints" ("AnsweredAt", "AnswerBy");


CREATE INDEX "IX_Complaints_ProductId" ON "Complaints" ("ProductId");


CREATE UNIQUE INDEX "IX_Complaints_Reference" ON "Complaints" ("Reference");


CREATE INDEX "IX_Consents_AccountId" ON "Consents" ("AccountId");


CREATE INDEX "IX_DeliveryAddresses_OwnerId" ON "DeliveryAddresses" ("OwnerId");


CREATE INDEX "IX_DoneRequests_DoneAt" ON "DoneRequests" ("DoneAt");


CREATE INDEX "IX_Evidence_OrganisationId" ON "Evidence" ("OrganisationId");


CREATE INDEX "IX_Evidence_ProducerId_State" ON "Evidence" ("ProducerId", "State");


CREATE INDEX "IX_Evidence_State_SentAt" ON "Evidence" ("State", "SentAt");


CREATE INDEX "IX_Imports_OrganisationId_CreatedAt" ON "Imports" ("OrganisationId", "CreatedAt");


CREATE INDEX "IX_Imports_State_LeasedUntil" ON "Imports" ("State", "LeasedUntil");


CREATE INDEX "IX_Invitations_InvitedBy" ON "Invitations" ("InvitedBy");


CREATE INDEX "IX_Invitations_OrganisationId" ON "Invitations" ("OrganisationId");


CREATE UNIQUE INDEX "IX_Invitations_SecretHash" ON "Invitations" ("SecretHash");


CREATE INDEX "IX_JournalEntries_GroupId" ON "JournalEntries" ("GroupId");


CREATE INDEX "IX_JournalPostings_Account_Subject" ON "JournalPostings" ("Account", "Subject");


CREATE INDEX "IX_LegalTexts_SupersededByCode" ON "LegalTexts" ("SupersededByCode");


CREATE INDEX "IX_Listings_ProducerId_State" ON "Listings" ("ProducerId", "State");


CREATE UNIQUE INDEX "IX_Listings_Slug" ON "Listings" ("Slug");


CREATE INDEX "IX_Listings_State_SubmittedAt" ON "Listings" ("State", "SubmittedAt");


CREATE INDEX "IX_MachineKeys_CreatedBy" ON "MachineKeys" ("CreatedBy");


CREATE INDEX "IX_MachineKeys_OrganisationId" ON "MachineKeys" ("OrganisationId");


CREATE INDEX "IX_Mandates_AgentId" ON "Mandates" ("AgentId");


CREATE INDEX "IX_Memberships_AccountId" ON "Memberships" ("AccountId");


CREATE INDEX "IX_Offers_IsDemonstration" ON "Offers" ("IsDemonstration");


CREATE INDEX "IX_Offers_ProductId" ON "Offers" ("ProductId");


CREATE UNIQUE INDEX "IX_Offers_Sku" ON "Offers" ("Sku");


CREATE INDEX "IX_OrderGroups_AccountId_PlacedAt" ON "OrderGroups" ("AccountId", "PlacedAt");


CREATE UNIQUE INDEX "IX_OrderGroups_Number" ON "OrderGroups" ("Number");


CREATE INDEX "IX_OrderGroups_OrganisationId_PlacedAt" ON "OrderGroups" ("OrganisationId", "PlacedAt");


CREATE INDEX "IX_OrderGroups_PayBy" ON "OrderGroups" ("PayBy");


CREATE INDEX "IX_OrderLines_OfferId" ON "OrderLines" ("OfferId");


CREATE INDEX "IX_OrderLines_OrderId" ON "OrderLines" ("OrderId");


CREATE INDEX "IX_OrderLines_ProductId" ON "OrderLines" ("ProductId");


CREATE INDEX "IX_Orders_GroupId" ON "Orders" ("GroupId");


CREATE UNIQUE INDEX "IX_Orders_Number" ON "Orders" ("Number");


CREATE INDEX "IX_Orders_ProducerId_State_PlacedAt" ON "Orders" ("ProducerId", "State", "PlacedAt");


CREATE INDEX "IX_Orders_RemedyBy" ON "Orders" ("RemedyBy");


CREATE INDEX "IX_Organisations_DistrictCode" ON "Organisations" ("DistrictCode");


CREATE INDEX "IX_Organisations_ProducerId" ON "Organisations" ("ProducerId");


CREATE INDEX "IX_Outbox_Partition_Sequence" ON "Outbox" ("Partition", "Sequence");


CREATE INDEX "IX_OutgoingMail_DueAt" ON "OutgoingMail" ("DueAt");


CREATE INDEX "IX_PaymentAttempts_GroupId" ON "PaymentAttempts" ("GroupId");


CREATE INDEX "IX_PaymentAttempts_Reference" ON "PaymentAttempts" ("Reference");


CREATE INDEX "IX_PaymentRecords_AttemptId" ON "PaymentRecords" ("AttemptId");


CREATE INDEX "IX_PaymentRecords_NeedsPerson_ReceivedAt" ON "PaymentRecords" ("NeedsPerson", "ReceivedAt");


CREATE INDEX "IX_PaymentRecords_Reference" ON "PaymentRecords" ("Reference");


CREATE INDEX "IX_PersonalDataRequests_AccountId" ON "PersonalDataRequests" ("AccountId");


CREATE INDEX "IX_PersonalDataRequests_DueAt" ON "PersonalDataRequests" ("DueAt");


CREATE INDEX "IX_Pictures_OwnerId" ON "Pictures" ("OwnerId");


CREATE INDEX "IX_Pictures_ProductId_Position" ON "Pictures" ("ProductId", "Position");


CREATE INDEX "IX_PriceListPrices_OfferId" ON "PriceListPrices" ("OfferId");


CREATE INDEX "IX_PriceLists_ProducerId" ON "PriceLists" ("ProducerId");


CREATE INDEX "IX_Producers_CommuneCode" ON "Producers" ("CommuneCode");


CREATE INDEX "IX_Producers_DistrictCode" ON "Producers" ("DistrictCode");


CREATE INDEX "IX_Producers_NameSortKey_Id" ON "Producers" ("NameSortKey", "Id");


CREATE UNIQUE INDEX "IX_Producers_Slug" ON "Producers" ("Slug");


CREATE INDEX "IX_ProductGroups_BecomesCode" ON "ProductGroups" ("BecomesCode");


CREATE UNIQUE INDEX "IX_ProductGroups_LegalTextCode_Roman" ON "ProductGroups" ("LegalTextCode", "Roman");


CREATE INDEX "IX_Products_CommuneCode" ON "Products" ("CommuneCode");


CREATE INDEX "IX_Products_DistrictCode" ON "Products" ("DistrictCode");


CREATE INDEX "IX_Products_GroupCode" ON "Products" ("GroupCode");


CREATE INDEX "IX_Products_ProducerId" ON "Products" ("ProducerId");


CREATE UNIQUE INDEX "IX_Products_Slug" ON "Products" ("Slug");


CREATE INDEX "IX_Products_SourceGroupCode" ON "Products" ("SourceGroupCode");


CREATE INDEX "IX_Refunds_AttemptId" ON "Refunds" ("AttemptId");


CREATE INDEX "IX_Refunds_GroupId" ON "Refunds" ("GroupId");


CREATE INDEX "IX_Refunds_Work_AskedAt" ON "Refunds" ("Work", "AskedAt");


CREATE INDEX "IX_SampleTurns_OfferId" ON "SampleTurns" ("OfferId");


CREATE INDEX "IX_SavedListLines_OfferId" ON "SavedListLines" ("OfferId");


CREATE UNIQUE INDEX "IX_SavedLists_OwnerId_NameKey" ON "SavedLists" ("OwnerId", "NameKey");


CREATE INDEX "IX_Sessions_AccountId" ON "Sessions" ("AccountId");


CREATE INDEX "IX_Sessions_ExpiresAt" ON "Sessions" ("ExpiresAt");


CREATE INDEX "IX_Sessions_OrganisationId" ON "Sessions" ("OrganisationId");


CREATE UNIQUE INDEX "IX_Sessions_SecretHash" ON "Sessions" ("SecretHash");


CREATE INDEX "IX_Takedowns_ProductId" ON "Takedowns" ("ProductId");


CREATE INDEX "IX_Takedowns_PutBackAt" ON "Takedowns" ("PutBackAt");


