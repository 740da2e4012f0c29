using Seminar.People.Badges.Codes;

namespace Seminar.People.Features.Sessions;

/// <summary>What can be told of a code without knowing whether it is right.</summary>
public static class ParticipantCode
{
    /// <summary>A code typed by hand is never longer; that of a QR code always is.</summary>
    public const int LongestTyped = 16;

    /// <summary>The part that names the badge or tablet and is no secret; null when the text can't be a code.</summary>
    /// <param name="text">The code as given.</param>
    public static string? PublicPart(string? text) => GivenCode.Read(text)?.PublicPart;
}
