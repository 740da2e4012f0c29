using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Seminar.Themes.MissingLibrary;

public sealed class MissingLibraryTheme : ITheme
{
    public void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("bonjour", () => Results.Text(PrivateLibrary.Greeting.Text)).RequireAuthorization(Access.Read);
}
