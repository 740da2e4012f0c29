using System.Globalization;

namespace Seminar.People.Badges.Codes;

/// <summary>What a code is derived from.</summary>
/// <param name="Kind"><c>person</c>, or <c>tablet</c> for a group's shared tablet.</param>
/// <param name="Id">Identifier, never reused.</param>
/// <param name="PublicPart">What the code begins with: it names the badge and is no secret.</param>
/// <param name="Version">Raised to revoke.</param>
internal sealed record BadgeIdentity(string Kind, string Id, string PublicPart, int Version)
{
    public static BadgeIdentity OfPerson(Guid person, int number, int version) =>
        new("person", person.ToString(), PublicPartOfPerson(number), version);

    /// <summary>The shared tablet of a group; the workshop is numbered, so that the code stays short.</summary>
    public static BadgeIdentity OfTablet(int workshopNumber, int group, int version) =>
        new("tablet", $"{workshopNumber}:{group}", PublicPartOfTablet(workshopNumber, group), version);

    public static string PublicPartOfPerson(int number) => number.ToString("000", CultureInfo.InvariantCulture);

    public static string PublicPartOfTablet(int workshopNumber, int group) =>
        string.Create(CultureInfo.InvariantCulture, $"G{workshopNumber}T{group:00}");
}
