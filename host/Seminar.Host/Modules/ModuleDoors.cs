namespace Seminar.Host.Modules;

/// <summary>
/// Counts a request in its module from the moment that it is matched, so that a module which is replaced meanwhile waits for it. One that
/// was matched just as its module closed is matched again: by then another version has the address, or nobody.
/// </summary>
internal static class ModuleDoors
{
    private const int MostMatches = 3;

    /// <summary>Routing, with a door behind it.</summary>
    public static void UseModuleDoors(this IApplicationBuilder app)
    {
        app.Use(MatchAsync);
        app.UseRouting();
        app.Use(EnterAsync);
    }

    private static async Task MatchAsync(HttpContext context, RequestDelegate next)
    {
        for (var match = 0; match < MostMatches; match++)
        {
            context.SetEndpoint(null);
            context.Features.Set<ClosedDoor>(null);
            await next(context);
            if (context.Features.Get<ClosedDoor>() is null)
            {
                return;
            }
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "1";
    }

    private static async Task EnterAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ModuleMetadata>()?.Module is not { } module)
        {
            await next(context);
            return;
        }

        if (!module.TryEnter())
        {
            context.Features.Set(new ClosedDoor());
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            module.Leave();
        }
    }

    /// <summary>The module that the request was matched with no longer lets anybody in.</summary>
    private sealed class ClosedDoor;
}
