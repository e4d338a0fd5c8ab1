using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marketplace.Data.SqlServer.Migrations
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
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "UpdatedAt",
                table: "Producers",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "UpdatedAt",
                table: "Offers",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "UpdatedAt",
                table: "Certificates",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            // In batches of their own: the script is compiled before it has the columns.
            // What was there before is as old as its listing; a producer as its newest one, or as the installation.
            migrationBuilder.Sql("EXEC(N'UPDATE [Products] SET [UpdatedAt] = [ListedAt]')");
            migrationBuilder.Sql("EXEC(N'UPDATE [Offers] SET [UpdatedAt] = (SELECT [ListedAt] FROM [Products] WHERE [Products].[Id] = [Offers].[ProductId])')");
            migrationBuilder.Sql("EXEC(N'UPDATE [Certificates] SET [UpdatedAt] = (SELECT [ListedAt] FROM [Products] WHERE [Products].[Id] = [Certificates].[ProductId])')");
            migrationBuilder.Sql("EXEC(N'UPDATE [Producers] SET [UpdatedAt] = COALESCE((SELECT MAX([ListedAt]) FROM [Products] WHERE [Products].[ProducerId] = [Producers].[Id]), (SELECT MAX([CreatedAt]) FROM [Installation]))')");
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
