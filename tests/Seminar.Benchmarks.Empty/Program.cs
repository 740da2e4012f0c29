// The yardstick of the start: what ASP.NET Core costs with nothing in it.
var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGet("/", () => "ok");
app.Run();
