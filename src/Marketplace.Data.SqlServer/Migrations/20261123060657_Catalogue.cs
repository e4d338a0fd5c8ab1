using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marketplace.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Catalogue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Districts",
                columns: table => new
                {
                    Code = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Latitude = table.Column<double>(type: "float", nullable: true),
                    Longitude = table.Column<double>(type: "float", nullable: true),
                    Name_En = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Vietnamese_100_CI_AS"),
                    Name_Vi = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Vietnamese_100_CI_AS")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Districts", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Installation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Installation", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LegalTexts",
                columns: table => new
                {
                    Code = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    SuspendedFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    SuspendedTo = table.Column<DateOnly>(type: "date", nullable: true),
                    SupersededByCode = table.Column<string>(type: "varchar(64)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    CertificateMonths = table.Column<int>(type: "int", nullable: true),
                    ExtensionDays = table.Column<int>(type: "int", nullable: true),
                    Source = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Vietnamese_100_CI_AS"),
                    Title_En = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Vietnamese_100_CI_AS"),
                    Title_Vi = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Vietnamese_100_CI_AS")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalTexts", x => x.Code);
                    table.ForeignKey(
                        name: "FK_LegalTexts_LegalTexts_SupersededByCode",
                        column: x => x.SupersededByCode,
                        principalTable: "LegalTexts",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Subject = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "Communes",
                columns: table => new
                {
                    Code = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DistrictCode = table.Column<string>(type: "varchar(64)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    SuccessorCode = table.Column<string>(type: "varchar(64)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    StatisticsCode = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Latitude = table.Column<double>(type: "float", nullable: true),
                    Longitude = table.Column<double>(type: "float", nullable: true),
                    Name_En = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Vietnamese_100_CI_AS"),
                    Name_Vi = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Vietnamese_100_CI_AS")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Communes", x => x.Code);
                    table.ForeignKey(
                        name: "FK_Communes_Communes_SuccessorCode",
                        column: x => x.SuccessorCode,
                        principalTable: "Communes",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Communes_Districts_DistrictCode",
                        column: x => x.DistrictCode,
                        principalTable: "Districts",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProductGroups",
                columns: table => new
                {
                    Code = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LegalTextCode = table.Column<string>(type: "varchar(64)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Roman = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    BecomesCode = table.Column<string>(type: "varchar(64)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Description_En = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Vietnamese_100_CI_AS"),
                    Description_Vi = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Vietnamese_100_CI_AS"),
                    Name_En = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Vietnamese_100_CI_AS"),
                    Name_Vi = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Vietnamese_100_CI_AS")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProductGroups", x => x.Code);
                    table.ForeignKey(
                        name: "FK_ProductGroups_LegalTexts_LegalTextCode",
                        column: x => x.LegalTextCode,
                        principalTable: "LegalTexts",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProductGroups_ProductGroups_BecomesCode",
                        column: x => x.BecomesCode,
                        principalTable: "ProductGroups",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Producers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Slug = table.Column<string>(type: "varchar(120)", unicode: false, maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DistrictCode = table.Column<string>(type: "varchar(64)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    CommuneCode = table.Column<string>(type: "varchar(64)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Sources = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Vietnamese_100_CI_AS"),
                    NameSortKey = table.Column<string>(type: "varchar(800)", unicode: false, maxLength: 800, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Makes_En = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Vietnamese_100_CI_AS"),
                    Makes_Vi = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Vietnamese_100_CI_AS"),
                    Name_En = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Vietnamese_100_CI_AS"),
                    Name_Vi = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Vietnamese_100_CI_AS")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Producers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Producers_Communes_CommuneCode",
                        column: x => x.CommuneCode,
                        principalTable: "Communes",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Producers_Districts_DistrictCode",
                        column: x => x.DistrictCode,
                        principalTable: "Districts",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Products",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Slug = table.Column<string>(type: "varchar(120)", unicode: false, maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    GroupCode = table.Column<string>(type: "varchar(64)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    SourceGroupCode = table.Column<string>(type: "varchar(64)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Category = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ProducerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DistrictCode = table.Column<string>(type: "varchar(64)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    CommuneCode = table.Column<string>(type: "varchar(64)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    ExportMarkets = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Vietnamese_100_CI_AS"),
                    Keywords = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Vietnamese_100_CI_AS"),
                    Sources = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Vietnamese_100_CI_AS"),
                    Standing = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ListedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Description_En = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Vietnamese_100_CI_AS"),
                    Description_Vi = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Vietnamese_100_CI_AS"),
                    IndicativePrice_Kind = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: true, collation: "Latin1_General_100_BIN2"),
                    IndicativePrice_Maximum = table.Column<long>(type: "bigint", nullable: true),
                    IndicativePrice_Minimum = table.Column<long>(type: "bigint", nullable: true),
                    IndicativePrice_Unit = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Vietnamese_100_CI_AS"),
                    IndicativePrice_Year = table.Column<int>(type: "int", nullable: true),
                    Name_En = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Vietnamese_100_CI_AS"),
                    Name_Vi = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Vietnamese_100_CI_AS"),
                    Packaging_En = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Vietnamese_100_CI_AS"),
                    Packaging_Vi = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Vietnamese_100_CI_AS")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Products", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Products_Communes_CommuneCode",
                        column: x => x.CommuneCode,
                        principalTable: "Communes",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Products_Districts_DistrictCode",
                        column: x => x.DistrictCode,
                        principalTable: "Districts",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Products_Producers_ProducerId",
                        column: x => x.ProducerId,
                        principalTable: "Producers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Products_ProductGroups_GroupCode",
                        column: x => x.GroupCode,
                        principalTable: "ProductGroups",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Products_ProductGroups_SourceGroupCode",
                        column: x => x.SourceGroupCode,
                        principalTable: "ProductGroups",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Certificates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProductId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Stars = table.Column<int>(type: "int", nullable: false),
                    DecisionNumber = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Vietnamese_100_CI_AS"),
                    Issuer = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Vietnamese_100_CI_AS"),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EvidenceGrade = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LegalTextCode = table.Column<string>(type: "varchar(64)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsDemonstration = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Certificates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Certificates_LegalTexts_LegalTextCode",
                        column: x => x.LegalTextCode,
                        principalTable: "LegalTexts",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Certificates_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Offers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProductId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sku = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Stock = table.Column<int>(type: "int", nullable: false),
                    MadeToOrder = table.Column<bool>(type: "bit", nullable: false),
                    LeadTimeDays = table.Column<int>(type: "int", nullable: false),
                    IsDemonstration = table.Column<bool>(type: "bit", nullable: false),
                    Currency = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Pack_En = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Vietnamese_100_CI_AS"),
                    Pack_Vi = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Vietnamese_100_CI_AS"),
                    QuantityRule_Increment = table.Column<int>(type: "int", nullable: false),
                    QuantityRule_Maximum = table.Column<int>(type: "int", nullable: true),
                    QuantityRule_Minimum = table.Column<int>(type: "int", nullable: false),
                    Unit_En = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Vietnamese_100_CI_AS"),
                    Unit_Vi = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Vietnamese_100_CI_AS")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Offers_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProductCertifications",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    ProductId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Detail_Vi = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Vietnamese_100_CI_AS"),
                    Detail_En = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Vietnamese_100_CI_AS"),
                    Held = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProductCertifications", x => new { x.ProductId, x.Number });
                    table.ForeignKey(
                        name: "FK_ProductCertifications_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CertificateEvents",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    CertificateId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Ground = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Vietnamese_100_CI_AS"),
                    Evidence = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Vietnamese_100_CI_AS")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateEvents", x => new { x.CertificateId, x.Number });
                    table.ForeignKey(
                        name: "FK_CertificateEvents_Certificates_CertificateId",
                        column: x => x.CertificateId,
                        principalTable: "Certificates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OfferPriceTiers",
                columns: table => new
                {
                    Minimum = table.Column<int>(type: "int", nullable: false),
                    OfferId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitPrice = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferPriceTiers", x => new { x.OfferId, x.Minimum });
                    table.ForeignKey(
                        name: "FK_OfferPriceTiers_Offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "Offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_LegalTextCode",
                table: "Certificates",
                column: "LegalTextCode");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_Number",
                table: "Certificates",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_ProductId",
                table: "Certificates",
                column: "ProductId");

            migrationBuilder.CreateIndex(
                name: "IX_Communes_DistrictCode",
                table: "Communes",
                column: "DistrictCode");

            migrationBuilder.CreateIndex(
                name: "IX_Communes_SuccessorCode",
                table: "Communes",
                column: "SuccessorCode");

            migrationBuilder.CreateIndex(
                name: "IX_LegalTexts_SupersededByCode",
                table: "LegalTexts",
                column: "SupersededByCode");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_ProductId",
                table: "Offers",
                column: "ProductId");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_Sku",
                table: "Offers",
                column: "Sku",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Producers_CommuneCode",
                table: "Producers",
                column: "CommuneCode");

            migrationBuilder.CreateIndex(
                name: "IX_Producers_DistrictCode",
                table: "Producers",
                column: "DistrictCode");

            migrationBuilder.CreateIndex(
                name: "IX_Producers_NameSortKey_Id",
                table: "Producers",
                columns: new[] { "NameSortKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Producers_Slug",
                table: "Producers",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProductGroups_BecomesCode",
                table: "ProductGroups",
                column: "BecomesCode");

            migrationBuilder.CreateIndex(
                name: "IX_ProductGroups_LegalTextCode_Roman",
                table: "ProductGroups",
                columns: new[] { "LegalTextCode", "Roman" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Products_CommuneCode",
                table: "Products",
                column: "CommuneCode");

            migrationBuilder.CreateIndex(
                name: "IX_Products_DistrictCode",
                table: "Products",
                column: "DistrictCode");

            migrationBuilder.CreateIndex(
                name: "IX_Products_GroupCode",
                table: "Products",
                column: "GroupCode");

            migrationBuilder.CreateIndex(
                name: "IX_Products_ProducerId",
                table: "Products",
                column: "ProducerId");

            migrationBuilder.CreateIndex(
                name: "IX_Products_Slug",
                table: "Products",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Products_SourceGroupCode",
                table: "Products",
                column: "SourceGroupCode");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CertificateEvents");

            migrationBuilder.DropTable(
                name: "Installation");

            migrationBuilder.DropTable(
                name: "OfferPriceTiers");

            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.DropTable(
                name: "ProductCertifications");

            migrationBuilder.DropTable(
                name: "Certificates");

            migrationBuilder.DropTable(
                name: "Offers");

            migrationBuilder.DropTable(
                name: "Products");

            migrationBuilder.DropTable(
                name: "Producers");

            migrationBuilder.DropTable(
                name: "ProductGroups");

            migrationBuilder.DropTable(
                name: "Communes");

            migrationBuilder.DropTable(
                name: "LegalTexts");

            migrationBuilder.DropTable(
                name: "Districts");
        }
    }
}
