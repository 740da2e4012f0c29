using Microsoft.AspNetCore.Antiforgery;
using Seminar.Host.Pages;

namespace Seminar.Host.Access;

/// <summary>
/// A browser sends cookies along whichever site makes it ask. So whoever has entered by a cookie and changes something shows that a page
/// of this site asked: by a form's token, or by a header that no other site can make a browser send. It is required of every
/// endpoint, those of themes too, without anything being declared. A program with the key, and a stranger, have nothing to borrow.
/// </summary>
internal static class ForgeryGuard
{
    public const string OwnHeader = "X-Seminar";

    public static void UseForgeryGuard(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!NeedsProof(context) || context.Request.Headers.ContainsKey(OwnHeader))
        {
            await next(context);
            return;
        }

        try
        {
            await context.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context);
        }
        catch (AntiforgeryValidationException refusal)
        {
            await ErrorPages.RefuseFormAsync(context, refusal);
            return;
        }

        await next(context);
    });

    private static bool NeedsProof(HttpContext context) =>
        context.GetEndpoint()?.Metadata is { } endpoint
        && !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method) || HttpMethods.IsTrace(context.Request.Method))
        && context.User.Identity is { IsAuthenticated: true } visitor && visitor.AuthenticationType != KeyAuthentication.SchemeName
        // A form that is bound to parameters is checked by the framework, header or not.
        && endpoint.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true };
}
