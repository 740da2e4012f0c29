namespace Seminar.Benchmarks;

/// <summary>The yardstick of the pages: an endpoint that answers the same bytes, and nothing else.</summary>
internal static class BytesYardstick
{
    public const string Argument = "yardstick-bytes";

    public static void Serve(string file, string[] arguments)
    {
        var bytes = File.ReadAllBytes(file);
        var builder = WebApplication.CreateSlimBuilder(arguments);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/", async context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes);
        });
        app.Run();
    }
}
