using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Seminar.Host.Access;
using Seminar.Host.Modules;
using Seminar.Host.Themes;
using Microsoft.Extensions.DependencyInjection;
using Policy = Seminar.Contracts.Pages.Access;

namespace Seminar.Host.Tests.Doors;

/// <summary>
/// Every endpoint of the host, its modules and the plugins is in the list <c>who-may-do-what.txt</c>, and answers each role
/// as the table of rights says, published or not.
/// </summary>
public sealed class Who_may_do_what(OpenHouse house) : IClassFixture<OpenHouse>
{
    private const string Anyone = "anyone";

    [Fact]
    public async Task Every_endpoint_is_in_the_list_with_its_policy()
    {
        var list = (await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "tests", "Seminar.Host.Tests", "Doors", "who-may-do-what.txt")))
            .Where(line => line.Length > 0 && line[0] != '#');

        // On a difference: an endpoint was added, taken away or opened to others. Change the list only on purpose.
        Calls().Select(call => $"{call.Policy,-22} {call.Method,-6} /{call.Endpoint.RoutePattern.RawText!.TrimStart('/')}")
            .Order(StringComparer.Ordinal).Distinct().Should().Equal(list);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_endpoint_answers_each_role_as_the_table_says(bool isPublished)
    {
        await house.PublishAsync(isPublished);
        var themes = house.App.Services.GetRequiredService<ThemeRegistry>().Running.Select(theme => theme.Identity.Key).ToList();
        var own = themes[0];
        var other = themes[1];
        var calls = Calls().Where(call => call.Policy != Anyone).ToList();
        calls.Count.Should().BeGreaterThan(60);

        var faults = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var browser = role switch
            {
                Role.Stranger => house.Browse(),
                Role.Participant => await house.ParticipantAsync(own),
                Role.Coordinator or Role.Administrator => await house.TeamAsync(role),
                _ => await house.TeamAsync(role, own),
            };
            foreach (var call in calls)
            {
                string?[] workshops = call.Workshop is { } theme ? [theme] : call.NamesWorkshop ? [own, other] : [null];
                foreach (var workshop in workshops)
                {
                    var expected = AccessTable.Of(call.Policy).Permits([new HeldRole(role, role is Role.Stranger or Role.Coordinator or Role.Administrator ? null : own)], workshop, isPublished);
                    if (await MayAsync(browser, call, workshop) != expected)
                    {
                        faults.Add($"{role}, workshop {workshop ?? "–"}: {call.Method} {call.Endpoint.RoutePattern.RawText} must {(expected ? "let in" : "refuse")}");
                    }
                }
            }
        }

        await house.PublishAsync(true);
        faults.Should().BeEmpty();
    }

    /// <summary>Without a form's token or a body nothing is changed: whoever passes the door is then refused for the content.</summary>
    private static async Task<bool> MayAsync(Browser browser, Call call, string? workshop)
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), call.AddressFor(workshop));
        using var answer = await browser.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        ((int)answer.StatusCode).Should().BeLessThan(500, "{0} {1}", call.Method, request.RequestUri);
        var isSentToTheDoor = answer.Headers.Location?.OriginalString.Contains("/entrer", StringComparison.Ordinal) == true;
        return (int)answer.StatusCode is not (401 or 403) && !isSentToTheDoor;
    }

    private IEnumerable<Call> Calls()
    {
        var themes = house.App.Services.GetRequiredService<ThemeRegistry>();
        foreach (var endpoint in house.Endpoints)
        {
            var module = endpoint.Metadata.GetMetadata<ModuleMetadata>()?.Key;
            var workshop = module is not null && themes.Find(module) is not null ? module : null;
            var policy = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? Anyone
                : endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy ?? Policy.Administer;
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                yield return new Call(endpoint, method, policy, workshop);
            }
        }
    }

    private sealed record Call(RouteEndpoint Endpoint, string Method, string Policy, string? Workshop)
    {
        public bool NamesWorkshop => Endpoint.RoutePattern.GetParameter(Seminar.Contracts.Pages.Access.WorkshopRouteValue) is not null;

        public string AddressFor(string? workshop) => "/" + string.Join('/', Endpoint.RoutePattern.PathSegments.Select(segment =>
            string.Concat(segment.Parts.Select(part => part switch
            {
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: Seminar.Contracts.Pages.Access.WorkshopRouteValue } => workshop,
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { ParameterPolicies: [{ Content: "int" }] } => "1",
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { ParameterPolicies.Count: > 0 } => Guid.Empty.ToString(),
                _ => "nulle-part",
            }))));
    }
}
