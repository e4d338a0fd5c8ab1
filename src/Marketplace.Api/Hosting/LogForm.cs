namespace Marketplace.Api.Hosting;

/// <summary>The form of the log on the console: a line for each event, its time in UTC; <c>Logging__Console__FormatterName=json</c> for machines.</summary>
internal static class LogForm
{
    private const string Section = "Logging:Console:FormatterOptions:";

    public static void SayOnOneLine(this WebApplicationBuilder builder)
    {
        // Where nothing else is set: the framework reads them for whichever formatter is chosen.
        var settings = builder.Configuration;
        settings[Section + "UseUtcTimestamp"] ??= "true";
        settings[Section + "TimestampFormat"] ??= "yyyy-MM-ddTHH:mm:ss.fffZ ";
        settings[Section + "SingleLine"] ??= "true";

        // What the framework says of every request names addresses and what was asked.
        builder.Logging
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)

            // That keys lie unprotected unless a certificate is named stands in SECURITY.md; it need not be said at every first start.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("System.Net.Http.HttpClient", LogLevel.Warning)
            .AddFilter("Yarp", LogLevel.Warning)
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
    }
}
