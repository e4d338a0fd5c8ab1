using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Marketplace.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class SharedIndexing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A column cannot become a rowversion. What the old rows told is told by one: everything is to be indexed anew.
            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Sequence = table.Column<byte[]>(type: "rowversion", nullable: false),
                    Subject = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Partition = table.Column<byte>(type: "tinyint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Sequence);
                });

            migrationBuilder.Sql("EXEC(N'INSERT INTO [Outbox] ([Subject], [SubjectId], [Partition], [CreatedAt]) VALUES (''Reference'', ''00000000-0000-0000-0000-000000000000'', 16, SYSUTCDATETIME())')");

            migrationBuilder.CreateTable(
                name: "DeadLetters",
                columns: table => new
                {
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Subject = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Vietnamese_100_CI_AS"),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    FirstAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeadLetters", x => x.SubjectId);
                });

            migrationBuilder.CreateTable(
                name: "IndexLeases",
                columns: table => new
                {
                    Partition = table.Column<byte>(type: "tinyint", nullable: false),
                    Owner = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    LeasedUntil = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Fence = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<byte[]>(type: "binary(8)", nullable: false),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    NextAttemptAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IndexLeases", x => x.Partition);
                });

            migrationBuilder.InsertData(
                table: "IndexLeases",
                columns: new[] { "Partition", "Attempts", "Fence", "LeasedUntil", "NextAttemptAt", "Owner", "Position" },
                values: new object[,]
                {
                    { (byte)0, 0, 0L, new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 } },
                    { (byte)1, 0, 0L, new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 } },
                    { (byte)2, 0, 0L, new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 } },
                    { (byte)3, 0, 0L, new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 } },
                    { (byte)4, 0, 0L, new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 } },
                    { (byte)5, 0, 0L, new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 } },
                    { (byte)6, 0, 0L, new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 } },
                    { (byte)7, 0, 0L, new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 } },
                    { (byte)8, 0, 0L, new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 } },
                    { (byte)9, 0, 0L, new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 } },
                    { (byte)10, 0, 0L, new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 } },
                    { (byte)11, 0, 0L, new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 } },
                    { (byte)12, 0, 0L, new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 } },
                    { (byte)13, 0, 0L, new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 } },
                    { (byte)14, 0, 0L, new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 } },
                    { (byte)15, 0, 0L, new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 } },
                    { (byte)16, 0, 0L, new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 } }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Partition_Sequence",
                table: "Outbox",
                columns: new[] { "Partition", "Sequence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeadLetters");

            migrationBuilder.DropTable(
                name: "IndexLeases");

            migrationBuilder.DropTable(
                name: "Outbox");

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
        }
    }
}
