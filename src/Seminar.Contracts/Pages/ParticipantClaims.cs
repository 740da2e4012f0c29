namespace Seminar.Contracts.Pages;

/// <summary>
/// Claims of a participant, who has no account: looked up at each request, so that they follow a change of seat. A claim that
/// does not apply is absent.
/// </summary>
public static class ParticipantClaims
{
    /// <summary>Identifier of the session that the code of a badge, or of a shared tablet, opened. Absent for the team.</summary>
    public const string Session = "seminar:session";

    /// <summary>Number of the badge; absent on a group's shared tablet.</summary>
    public const string Badge = "seminar:badge";

    /// <summary>Number of the group in the latest round, from 1; absent before groups are composed.</summary>
    public const string Group = "seminar:group";
}
