using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marketplace.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class KeysAndIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FriendlyName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Vietnamese_100_CI_AS"),
                    Xml = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Vietnamese_100_CI_AS")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Offers_IsDemonstration",
                table: "Offers",
                column: "IsDemonstration");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_IsDemonstration",
                table: "Certificates",
                column: "IsDemonstration");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_IssuedOn",
                table: "Certificates",
                column: "IssuedOn");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropIndex(
                name: "IX_Offers_IsDemonstration",
                table: "Offers");

            migrationBuilder.DropIndex(
                name: "IX_Certificates_IsDemonstration",
                table: "Certificates");

            migrationBuilder.DropIndex(
                name: "IX_Certificates_IssuedOn",
                table: "Certificates");
        }
    }
}
