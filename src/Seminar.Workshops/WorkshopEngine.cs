using System.Reflection;
using Seminar.Storage;

namespace Seminar.Workshops;

/// <summary>The workshop engine, for the host that gives it to every theme.</summary>
public static class WorkshopEngine
{
    /// <summary>Holds the handlers that each theme's scope registers.</summary>
    public static Assembly Assembly { get; } = typeof(WorkshopEngine).Assembly;

    /// <summary>The engine's tables, present in every theme's database beside the theme's own.</summary>
    public static MigrationSeries Migrations { get; } = MigrationSeries.EmbeddedIn(Assembly, "workshop");
}
