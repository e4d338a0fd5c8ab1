using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Marketplace.Data;

/// <summary>Times in tables are UTC; databases forget it, so reading says it again.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    time => time.ToUniversalTime(),
    time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
