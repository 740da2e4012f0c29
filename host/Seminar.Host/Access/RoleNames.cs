namespace Seminar.Host.Access;

/// <summary>Roles and reaches in French.</summary>
internal static class RoleNames
{
    public static string Of(Role role) => role switch
    {
        Role.Stranger => "Sans entrer",
        Role.Participant => "Participant",
        Role.Deputy => "Suppléant",
        Role.Rapporteur => "Rapporteur",
        Role.CoFacilitator => "Appui animation",
        Role.Facilitator => "Animateur",
        Role.Coordinator => "Coordination régionale",
        _ => "Administrateur",
    };

    public static string Of(Reach reach) => reach switch
    {
        Reach.All => "oui",
        Reach.Own => "son atelier",
        Reach.Published => "si publié",
        _ => "–",
    };
}
