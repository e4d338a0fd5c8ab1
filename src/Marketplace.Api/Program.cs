using Marketplace.Api.FrontDoor;

var builder = WebApplication.CreateBuilder(args);
builder.AddFrontDoor();

var app = builder.Build();
app.UseFrontDoor();
app.MapFrontDoor();
app.Run();
