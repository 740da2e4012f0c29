using System.Reflection;
using Autofac;
using Microsoft.AspNetCore.Routing;
using Seminar.Offer.Features.Export;
using Seminar.Offer.Features.FollowQuality;
using Seminar.Offer.Features.Import;
using Seminar.Offer.Features.Map;
using Seminar.Offer.Features.PrintGuide;
using Seminar.Offer.Features.Search;
using Seminar.Offer.Features.ShowSheet;
using Seminar.Offer.Features.StillRight;
using Seminar.Storage;

namespace Seminar.Offer;

/// <summary>The directory of the offer: structures and services of insertion, in the standard data·inclusion. It knows themes only through the contract.</summary>
public static class OfferModule
{
    /// <summary>Where its MediatR handlers are.</summary>
    public static Assembly Assembly => typeof(OfferModule).Assembly;

    /// <summary>The schema of the directory's database.</summary>
    public static MigrationSeries Migrations { get; } = MigrationSeries.EmbeddedIn(typeof(OfferModule).Assembly, "offer");

    /// <summary>Maps its pages.</summary>
    /// <param name="routes">The module's routes.</param>
    public static void Map(IEndpointRouteBuilder routes)
    {
        SearchEndpoints.Map(routes);
        SheetEndpoints.Map(routes);
        OwnerEndpoints.Map(routes);
        QualityEndpoints.Map(routes);
        ImportEndpoints.Map(routes);
        ExportEndpoints.Map(routes);
        GuideEndpoints.Map(routes);
    }

    /// <summary>Adds its services to its scope.</summary>
    /// <param name="services">The builder of the scope.</param>
    /// <param name="folder">Where files that are being imported wait.</param>
    public static void Register(ContainerBuilder services, string folder)
    {
        services.RegisterInstance(new OfferFolder(folder));
        services.RegisterType<SheetImports>().SingleInstance();
        services.RegisterType<OwnerLinks>().SingleInstance();
        services.RegisterType<MapTiles>().SingleInstance();
    }
}
