using System.Reflection;
using Autofac;
using Microsoft.AspNetCore.Routing;
using Seminar.People.Badges.Codes;
using Seminar.People.Features.Arrivals;
using Seminar.People.Features.Attendance;
using Seminar.People.Features.GiveSeats;
using Seminar.People.Features.Place;
using Seminar.People.Features.PrintBadges;
using Seminar.People.Features.Privacy;
using Seminar.People.Features.Register;
using Seminar.People.Features.Registrations;
using Seminar.People.Features.Roster;
using Seminar.People.Features.SeatGroups;
using Seminar.People.Features.Settings;
using Seminar.People.Features.Tablets;
using Seminar.People.Programme;
using Seminar.Storage;

namespace Seminar.People;

/// <summary>
/// The people of the seminar: registrations, seats, badges, arrivals, groups, and the rights that each person has over
/// what is kept about them. It knows themes only through the contract.
/// </summary>
public static class PeopleModule
{
    /// <summary>Where its MediatR handlers are.</summary>
    public static Assembly Assembly => typeof(PeopleModule).Assembly;

    /// <summary>The schema of the people's database.</summary>
    public static MigrationSeries Migrations { get; } = MigrationSeries.EmbeddedIn(typeof(PeopleModule).Assembly, "people");

    /// <summary>Maps its pages.</summary>
    /// <param name="routes">The module's routes.</param>
    public static void Map(IEndpointRouteBuilder routes)
    {
        RegisterEndpoints.Map(routes);
        RosterEndpoints.Map(routes);
        RegistrationsEndpoints.Map(routes);
        GiveSeatsEndpoints.Map(routes);
        BadgesEndpoints.Map(routes);
        ArrivalsEndpoints.Map(routes);
        AttendanceEndpoints.Map(routes);
        GroupsEndpoints.Map(routes);
        TabletsEndpoints.Map(routes);
        PlaceEndpoints.Map(routes);
        PrivacyEndpoints.Map(routes);
        SettingsEndpoints.Map(routes);
    }

    /// <summary>Adds its services to its scope.</summary>
    /// <param name="services">The builder of the scope.</param>
    /// <param name="erased">Who was erased.</param>
    public static void Register(ContainerBuilder services, ErasedPeople erased)
    {
        services.RegisterInstance(erased);
        services.RegisterType<WorkshopProgramme>();
        services.RegisterType<RegionDepartements>();
        services.RegisterType<BadgeCodes>().SingleInstance();
        services.RegisterType<DrawnCodes>().SingleInstance();
    }
}
