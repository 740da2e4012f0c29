namespace Seminar.Contracts.Pages;

/// <summary>
/// Names of the authorization policies that an endpoint may require. The host defines what each one asks for;
/// an endpoint that names none is open to administrators only. Of a theme's endpoint, "the workshop" is the theme's own;
/// elsewhere it is the theme whose key the route value <see cref="WorkshopRouteValue"/> gives, or any workshop.
/// </summary>
public static class Access
{
    /// <summary>The route value that names a workshop, by the key of its theme, on pages that belong to no theme.</summary>
    public const string WorkshopRouteValue = "workshop";

    /// <summary>Reading: anyone once the seminar is published; before, its team, and the workshop's participants.</summary>
    public const string Read = "seminar.read";

    /// <summary>Taking part in the workshop: its participants and its team.</summary>
    public const string Participate = "seminar.participate";

    /// <summary>Adding to the workshop: its team. Never anonymous.</summary>
    public const string Contribute = "seminar.contribute";

    /// <summary>Leading the workshop: its facilitator and co-facilitator.</summary>
    public const string Lead = "seminar.lead";

    /// <summary>Welcoming people at the door: the team of any workshop.</summary>
    public const string Welcome = "seminar.welcome";

    /// <summary>Keeping what is shared by all workshops up to date, such as the directory of the offer: the team of any workshop.</summary>
    public const string Follow = "seminar.follow";

    /// <summary>Preparing the day: registrations, badges, seats, publication. Regional coordinators.</summary>
    public const string Coordinate = "seminar.coordinate";

    /// <summary>Running the host: themes, accounts, imports, backups. Administrators.</summary>
    public const string Administer = "seminar.administer";
}
