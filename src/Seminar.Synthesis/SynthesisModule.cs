using System.Reflection;
using Autofac;
using Microsoft.AspNetCore.Routing;
using Seminar.Storage;
using Seminar.Synthesis.Features;
using Seminar.Synthesis.Features.ImportBilan;
using Seminar.Synthesis.Features.Live;
using Seminar.Synthesis.Features.Report;
using Seminar.Synthesis.Features.TransversalSynthesis;
using Seminar.Synthesis.Features.TransversalSynthesis.Drafting;
using Seminar.Synthesis.Features.TransversalSynthesis.Finding;
using Seminar.Synthesis.Themes;

namespace Seminar.Synthesis;

/// <summary>The module on top of the themes: the seminar as a whole. It knows themes only through the contract.</summary>
public static class SynthesisModule
{
    /// <summary>Where its MediatR handlers are.</summary>
    public static Assembly Assembly => typeof(SynthesisModule).Assembly;

    /// <summary>The schema of the seminar's database.</summary>
    public static MigrationSeries Migrations { get; } = MigrationSeries.EmbeddedIn(typeof(SynthesisModule).Assembly, "seminar");

    /// <summary>Maps the pages that look across the themes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        SharedPages.Map(routes);
        SynthesisEndpoints.Map(routes);
        RoomsEndpoints.Map(routes);
        ReportEndpoints.Map(routes);
        PreparationEndpoints.Map(routes);
        ImportEndpoints.Map(routes);
    }

    /// <summary>Adds its services to its scope.</summary>
    public static void Register(ContainerBuilder services)
    {
        services.RegisterType<EveryTheme>();
        services.RegisterType<SynthesisIndex>().SingleInstance();
        services.RegisterType<LanguageModel>().SingleInstance();
        services.RegisterType<Preparations>().SingleInstance();
        services.RegisterType<ImportDrafts>().SingleInstance();
    }
}
