using System.Text.Json;
using Seminar.Contracts.Workshops;

namespace Seminar.People;

/// <summary>A family as the database writes it: its French name in JSON.</summary>
internal static class FamilyText
{
    public static string Of(Family family) => JsonSerializer.SerializeToElement(family).GetString()!;

    public static Family Read(string text) => text switch
    {
        "mission-locale" => Family.MissionLocale,
        "partenaire" => Family.Partner,
        _ => Family.Youth,
    };
}
