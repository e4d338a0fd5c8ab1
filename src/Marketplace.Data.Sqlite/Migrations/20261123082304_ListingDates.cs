using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marketplace.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ListingDates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "UpdatedAt",
                table: "Products",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "UpdatedAt",
                table: "Producers",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "UpdatedAt",
                table: "Offers",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "UpdatedAt",
                table: "Certificates",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            // What was there before is as old as its listing; a producer as its newest one, or as the installation.
            migrationBuilder.Sql("UPDATE [Products] SET [UpdatedAt] = [ListedAt]");
            migrationBuilder.Sql("UPDATE [Offers] SET [UpdatedAt] = (SELECT [ListedAt] FROM [Products] WHERE [Products].[Id] = [Offers].[ProductId])");
            migrationBuilder.Sql("UPDATE [Certificates] SET [UpdatedAt] = (SELECT [ListedAt] FROM [Products] WHERE [Products].[Id] = [Certificates].[ProductId])");
            migrationBuilder.Sql("UPDATE [Producers] SET [UpdatedAt] = COALESCE((SELECT MAX([ListedAt]) FROM [Products] WHERE [Products].[ProducerId] = [Producers].[Id]), (SELECT MAX([CreatedAt]) FROM [Installation]))");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "UpdatedAt",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "UpdatedAt",
                table: "Producers");

            migrationBuilder.DropColumn(
                name: "UpdatedAt",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "UpdatedAt",
                table: "Certificates");
        }
    }
}
