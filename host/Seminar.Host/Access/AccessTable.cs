using Policy = Seminar.Contracts.Pages.Access;
using static Seminar.Host.Access.Reach;

namespace Seminar.Host.Access;

/// <summary>
/// Who may do what: the one list that decides, for every page, call, feed and export of the host and of the themes.
/// The page « Droits » of the administration shows it as it is.
/// </summary>
internal static class AccessTable
{
    public static IReadOnlyList<AccessRule> Rules { get; } =
    [
        //                                                                      Stranger   Participant  Deputy   Rapporteur CoFacil. Facilitator Coordinator Administrator
        new(Policy.Read, "Lire le séminaire et ses ateliers",                   [Published, Own,        All,     All,       All,     All,        All,        All]),
        new(Policy.Participate, "Participer à un atelier",                      [None,      Own,        Own,     Own,       Own,     Own,        All,        All]),
        new(Policy.Contribute, "Compléter les registres d’un atelier",          [None,      None,       Own,     Own,       Own,     Own,        All,        All]),
        new(Policy.Lead, "Mener un atelier : groupes, tablettes",               [None,      None,       None,    None,      Own,     Own,        All,        All]),
        new(Policy.Welcome, "Accueillir à la porte, compter les présents",      [None,      None,       All,     All,       All,     All,        All,        All]),
        new(Policy.Follow, "Tenir à jour l’annuaire de l’offre",                [None,      None,       All,     All,       All,     All,        All,        All]),
        new(Policy.Coordinate, "Préparer : inscriptions, badges, publication",  [None,      None,       None,    None,      None,    None,       All,        All]),
        new(Policy.Administer, "Administrer : thématiques, comptes, journal",   [None,      None,       None,    None,      None,    None,       None,       All]),
    ];

    public static AccessRule Of(string policy) => Rules.Single(rule => rule.Policy == policy);
}

/// <summary>Roles, from the one who may least.</summary>
internal enum Role
{
    Stranger,
    Participant,
    Deputy,
    Rapporteur,
    CoFacilitator,
    Facilitator,
    Coordinator,
    Administrator,
}

/// <summary>How far a permission goes.</summary>
internal enum Reach
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Once the seminar is published.</summary>
    Published,

    /// <summary>In the workshop where one holds the role.</summary>
    Own,

    /// <summary>Everywhere.</summary>
    All,
}

/// <summary>A role that someone holds, and in which workshop; null for the roles of the whole seminar.</summary>
internal sealed record HeldRole(Role Role, string? Workshop);

/// <summary>One line of the table.</summary>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Meaning">What it permits, in French.</param>
/// <param name="Reaches">One a role, in the order of <see cref="Role"/>.</param>
internal sealed record AccessRule(string Policy, string Meaning, IReadOnlyList<Reach> Reaches)
{
    public Reach For(Role role) => Reaches[(int)role];

    /// <param name="roles">What the visitor holds.</param>
    /// <param name="workshop">The workshop that the page belongs to, if it belongs to one.</param>
    /// <param name="isPublished">Whether the seminar is published.</param>
    public bool Permits(IEnumerable<HeldRole> roles, string? workshop, bool isPublished) =>
        roles.Append(new HeldRole(Role.Stranger, null)).Any(held => For(held.Role) switch
        {
            Reach.All => true,
            Reach.Own => workshop is not null && held.Workshop == workshop,
            Reach.Published => isPublished,
            _ => false,
        });
}
