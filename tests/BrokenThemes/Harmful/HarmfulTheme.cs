using Autofac;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Seminar.Contracts.Workshops;

namespace Seminar.Themes.Harmful;

/// <summary>
/// Holds or ends the whole program. Where, and how, is told by the two words of a file <c>harm.txt</c> beside it; without one it is sound.
/// </summary>
public sealed class HarmfulTheme : ITheme
{
    public HarmfulTheme() => Harm.Do("constructor");

    public void Register(ContainerBuilder services)
    {
        Harm.Do("register");
        services.RegisterInstance(new Leaving());
    }

    public void Describe(ThemeDescription description) => Harm.Do("describe");

    public void Map(IEndpointRouteBuilder pages)
    {
        Harm.Do("map");
        pages.MapGet("bonjour", () => Results.Text("Bonjour")).RequireAuthorization(Access.Read);
    }

    private sealed class Leaving : IDisposable
    {
        public void Dispose() => Harm.Do("dispose");
    }
}

/// <summary>Takes the place of the engine's handler for this theme.</summary>
internal sealed class HarmfulWorkshop : IRequestHandler<GetWorkshop, WorkshopDocument?>
{
    public Task<WorkshopDocument?> Handle(GetWorkshop request, CancellationToken cancellationToken)
    {
        Harm.Do("handler");
        return Task.FromResult<WorkshopDocument?>(null);
    }
}

internal static class Harm
{
    public static void Do(string place)
    {
        var told = Path.Combine(Path.GetDirectoryName(typeof(Harm).Assembly.Location)!, "harm.txt");
        if (!File.Exists(told) || File.ReadAllText(told).Split(' ') is not [var where, var what] || where != place)
        {
            return;
        }

        Console.WriteLine($"harm: {what} in {place}");
        switch (what)
        {
            case "sleeps":
                Thread.Sleep(Timeout.Infinite);
                break;
            case "waits":
                // For a test in the same process: what it gives here ends when it says so.
                ((Action)AppContext.GetData("harm")!)();
                break;
            case "lingers":
                new Thread(() => Thread.Sleep(Timeout.Infinite)) { IsBackground = false }.Start();
                break;
            case "exits":
                Environment.Exit(7);
                break;
            case "overflows":
                Overflow(1);
                break;
            default:
                throw new InvalidOperationException($"le mal est fait : {what}");
        }
    }

    private static int Overflow(int depth) => depth == 0 ? 0 : Overflow(depth + 1) + 1;
}
