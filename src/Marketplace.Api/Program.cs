using Marketplace.Api;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddMarketplaceGraphQL();

var app = builder.Build();
app.MapMarketplaceGraphQL();
app.Run();

/// <summary>The host; public so that tests can start it.</summary>
public sealed partial class Program;
