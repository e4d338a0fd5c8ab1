using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marketplace.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Evidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Evidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProducerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Grade = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    SentBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Details_ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Details_IssuedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Details_IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Details_Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Details_Number = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Details_Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Paper_Format = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Paper_Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Paper_Length = table.Column<int>(type: "INTEGER", nullable: false),
                    Paper_Sha256 = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Evidence_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Evidence_Producers_ProducerId",
                        column: x => x.ProducerId,
                        principalTable: "Producers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_OrganisationId",
                table: "Evidence",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_ProducerId_State",
                table: "Evidence",
                columns: new[] { "ProducerId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_State_SentAt",
                table: "Evidence",
                columns: new[] { "State", "SentAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Evidence");
        }
    }
}
