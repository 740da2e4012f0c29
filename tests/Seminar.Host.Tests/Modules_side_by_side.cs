using Autofac;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Seminar.Host.Modules;
using Seminar.Host.Startup;
using Seminar.Host.Themes;

namespace Seminar.Host.Tests;

/// <summary>Modules are opened at the same time: their containers must not share a registry, whose first lookups race.</summary>
public sealed class Modules_side_by_side
{
    private const int Rounds = 300;
    private const int Modules = 9;

    [Fact]
    public async Task Find_their_services_whatever_the_order()
    {
        using var workspace = new Workspace();
        await using var app = SeminarHost.Build(new SeminarOptions(workspace.Data, workspace.Themes, workspace.Themes, Empty: true, []));

        var main = Path.Combine(workspace.AddBroken("sound"), "Seminar.Themes.Sound.dll");
        var failures = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var kernel = new Kernel(app.Services);
            Parallel.For(0, Modules, new ParallelOptions { MaxDegreeOfParallelism = Modules }, index =>
            {
                try
                {
                    var types = index == 0 ? null : new ThemeLoadContext($"module {index}", main, collectible: false);
                    using var scope = kernel.Open($"module {index}", types, _ => { });
                    scope.Resolve<IOptions<RouteHandlerOptions>>().Value.Should().NotBeNull();
                }
                catch (Exception)
                {
                    Interlocked.Increment(ref failures);
                }
            });
        }

        failures.Should().Be(0);
    }
}
