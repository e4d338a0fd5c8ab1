using Marketplace.Api;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddMarketplaceGraphQL();

var app = builder.Build();
app.MapMarketplaceGraphQL();
app.Run();
