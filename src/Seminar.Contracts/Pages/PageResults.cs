using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Seminar.Contracts.Pages;

/// <summary>Answers of page endpoints.</summary>
public static class PageResults
{
    /// <summary>Shows a page, drawn on the server.</summary>
    /// <typeparam name="TPage">The page.</typeparam>
    /// <typeparam name="TView">Its view record.</typeparam>
    /// <param name="view">What to show.</param>
    /// <param name="statusCode">HTTP status; 422 when the page shows a refused form again.</param>
    /// <returns>The answer.</returns>
    public static IResult Show<TPage, TView>(TView view, int statusCode = StatusCodes.Status200OK)
        where TPage : ViewComponent<TView>
        where TView : notnull =>
        // A dictionary, never an anonymous object: the framework caches the latter's type for ever,
        // which would keep a theme's assembly from being unloaded.
        new RazorComponentResult<TPage>(new Dictionary<string, object?> { [nameof(ViewComponent<TView>.View)] = view })
        {
            StatusCode = statusCode,
            PreventStreamingRendering = true,
        };

    /// <summary>Sends the browser to another page after a form was accepted (303, so that a reload sends nothing twice).</summary>
    /// <param name="address">An address on this site, beginning with a slash.</param>
    /// <returns>The answer.</returns>
    public static IResult SeeOther(string address)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        if (address is not ['/', ..] || address is [_, '/' or '\\', ..])
        {
            throw new ArgumentException("Only an address on this site.", nameof(address));
        }

        return new SeeOtherResult(address);
    }

    private sealed class SeeOtherResult(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = InAscii(address);
            return Task.CompletedTask;
        }

        /// <summary>A header holds no accent and no line break; what is escaped already stays so.</summary>
        private static string InAscii(string address) => string.Concat(address.EnumerateRunes().Select(rune =>
            rune.Value is > ' ' and < '\u007F' ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
    }
}
