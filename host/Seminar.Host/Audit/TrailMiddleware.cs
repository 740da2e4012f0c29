using Seminar.Contracts.Pages;
using Seminar.Ui;

namespace Seminar.Host.Audit;

internal static class TrailMiddleware
{
    public static void UseTrail(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint || !Changes(context, endpoint))
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            await context.RequestServices.GetRequiredService<Trail>().WriteAsync(context, endpoint);
        }
    });

    private static bool Changes(HttpContext context, RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<OwnTrail>() is null
        && (endpoint.Metadata.GetMetadata<TrailedReading>() is not null
            || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method)));
}
