using System.Security.Claims;
using Seminar.Contracts.Pages;

namespace Seminar.Host.Access;

/// <summary>The person, group or program at the other end of a request, as claims.</summary>
internal static class Visitor
{
    public const string RoleClaim = "seminar:role";

    private const char Separator = '@';

    public static Claim ToClaim(HeldRole held) =>
        new(RoleClaim, held.Workshop is null ? held.Role.ToString() : $"{held.Role}{Separator}{held.Workshop}");

    public static IEnumerable<HeldRole> RolesOf(ClaimsPrincipal visitor) =>
        visitor.FindAll(RoleClaim).Select(claim => claim.Value.Split(Separator, 2))
            .Select(parts => new HeldRole(Enum.Parse<Role>(parts[0]), parts.ElementAtOrDefault(1)));

    public static Guid? AccountOf(ClaimsPrincipal visitor) =>
        visitor.FindFirstValue(ParticipantClaims.Session) is null && Guid.TryParse(visitor.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    public static Guid? SessionOf(ClaimsPrincipal visitor) =>
        Guid.TryParse(visitor.FindFirstValue(ParticipantClaims.Session), out var session) ? session : null;

    /// <summary>The workshop of a participant.</summary>
    public static string? PlaceOf(ClaimsPrincipal visitor) =>
        RolesOf(visitor).FirstOrDefault(held => held.Role == Role.Participant)?.Workshop;
}
