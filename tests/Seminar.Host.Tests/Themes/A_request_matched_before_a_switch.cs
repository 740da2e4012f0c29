using System.Net;
using Autofac;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Host.Modules;

namespace Seminar.Host.Tests.Themes;

/// <summary>Routing with the modules' doors behind it, and modules of the test's own: no request falls between two versions.</summary>
public sealed class A_request_matched_before_a_switch : IAsyncLifetime
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ModuleEndpoints _endpoints = new();
    private readonly Moment _moment = new();
    private WebApplication? _app;
    private HttpClient? _visitor;

    [Fact]
    public async Task Is_served_by_the_version_that_it_was_matched_with()
    {
        var (old, next) = (Module("old"), Module("new"));
        _endpoints.Set("module", Pages(old));
        var answer = _visitor!.GetStringAsync("/page?wait");
        await _entered.Task;

        _endpoints.Set("module", Pages(next));
        var closing = old.DisposeAsync().AsTask();
        (await _visitor.GetStringAsync("/page")).Should().Be("new");
        closing.IsCompleted.Should().BeFalse("a visitor is inside");

        _released.SetResult();
        (await answer).Should().Be("old");
        await closing;
    }

    [Fact]
    public async Task Is_matched_again_when_its_version_closed_at_that_very_moment()
    {
        var (old, next) = (Module("old"), Module("new"));
        _endpoints.Set("module", Pages(old, "/page/{id:switching}"));
        // Runs while the request is being matched with the old version, and the last visitor has left.
        _moment.Act = () =>
        {
            _endpoints.Set("module", Pages(next, "/page/{id}"));
            _ = old.DisposeAsync().AsTask();
        };

        (await _visitor!.GetStringAsync("/page/1")).Should().Be("new");
    }

    [Fact]
    public async Task Finds_nobody_when_its_module_was_switched_off_at_that_very_moment()
    {
        var old = Module("old");
        _endpoints.Set("module", Pages(old, "/page/{id:switching}"));
        _moment.Act = () =>
        {
            _endpoints.Set("module", []);
            _ = old.DisposeAsync().AsTask();
        };

        (await _visitor!.GetAsync("/page/1")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Services.AddSingleton(_moment);
        builder.Services.Configure<RouteOptions>(options => options.SetParameterPolicy<Switching>("switching"));
        _app = builder.Build();
        _app.UseModuleDoors();
        // Whatever stands between the match and the page: sign-in, rights, the trail.
        _app.Use(async (context, next) =>
        {
            if (context.Request.Query.ContainsKey("wait"))
            {
                _entered.SetResult();
                await _released.Task;
            }

            await next(context);
        });
        ((IEndpointRouteBuilder)_app).DataSources.Add(_endpoints);
        await _app.StartAsync();
        _visitor = new HttpClient { BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _visitor!.Dispose();
        await _app!.DisposeAsync();
    }

    private static ModuleScope Module(string name)
    {
        var services = new ContainerBuilder();
        services.RegisterInstance(new ModuleClosing(CancellationToken.None));
        return new ModuleScope(name, services.Build());
    }

    private static List<Endpoint> Pages(ModuleScope module, string pattern = "/page") =>
    [
        new RouteEndpoint(
            context => module.ServeAsync(context, inner => inner.Response.WriteAsync(module.Key)),
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse(pattern), 0, new EndpointMetadataCollection(new ModuleMetadata(module)), null),
    ];

    /// <summary>Something that happens once, while a request is being matched.</summary>
    private sealed class Moment
    {
        public Action? Act { get; set; }
    }

    private sealed class Switching(Moment moment) : IRouteConstraint
    {
        public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection)
        {
            var act = moment.Act;
            moment.Act = null;
            act?.Invoke();
            return true;
        }
    }
}
