using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marketplace.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class TermsOfProducers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "SmallestOrder",
                table: "Producers",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsSample",
                table: "OrderLines",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "SampleMost",
                table: "Offers",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SampleUnitPrice",
                table: "Offers",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BuyerPriceLists",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProducerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PriceListId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BuyerPriceLists", x => new { x.OrganisationId, x.ProducerId });
                    table.ForeignKey(
                        name: "FK_BuyerPriceLists_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BuyerPriceLists_PriceLists_PriceListId",
                        column: x => x.PriceListId,
                        principalTable: "PriceLists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BuyerPriceLists_Producers_ProducerId",
                        column: x => x.ProducerId,
                        principalTable: "Producers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SampleTurns",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OfferId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SampleTurns", x => new { x.OrganisationId, x.OfferId });
                    table.ForeignKey(
                        name: "FK_SampleTurns_Offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "Offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SampleTurns_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BuyerPriceLists_PriceListId",
                table: "BuyerPriceLists",
                column: "PriceListId");

            migrationBuilder.CreateIndex(
                name: "IX_BuyerPriceLists_ProducerId",
                table: "BuyerPriceLists",
                column: "ProducerId");

            migrationBuilder.CreateIndex(
                name: "IX_SampleTurns_OfferId",
                table: "SampleTurns",
                column: "OfferId");

            // Of two lists of one producer the one that holds from the later day counted, and stays.
            migrationBuilder.Sql(
                """
                INSERT INTO "BuyerPriceLists" ("OrganisationId", "ProducerId", "PriceListId")
                SELECT held."OrganisationId", list."ProducerId", held."PriceListId"
                FROM "PriceListBuyers" AS held JOIN "PriceLists" AS list ON list."Id" = held."PriceListId"
                WHERE NOT EXISTS (
                    SELECT 1 FROM "PriceListBuyers" AS other JOIN "PriceLists" AS later ON later."Id" = other."PriceListId"
                    WHERE other."OrganisationId" = held."OrganisationId" AND later."ProducerId" = list."ProducerId"
                        AND (later."ValidFrom" > list."ValidFrom" OR (later."ValidFrom" = list."ValidFrom" AND later."Id" > list."Id")))
                """);

            migrationBuilder.DropTable(
                name: "PriceListBuyers");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BuyerPriceLists");

            migrationBuilder.DropTable(
                name: "SampleTurns");

            migrationBuilder.DropColumn(
                name: "SmallestOrder",
                table: "Producers");

            migrationBuilder.DropColumn(
                name: "IsSample",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "SampleMost",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "SampleUnitPrice",
                table: "Offers");

            migrationBuilder.CreateTable(
                name: "PriceListBuyers",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PriceListId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PriceListBuyers", x => new { x.OrganisationId, x.PriceListId });
                    table.ForeignKey(
                        name: "FK_PriceListBuyers_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PriceListBuyers_PriceLists_PriceListId",
                        column: x => x.PriceListId,
                        principalTable: "PriceLists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PriceListBuyers_PriceListId",
                table: "PriceListBuyers",
                column: "PriceListId");
        }
    }
}
