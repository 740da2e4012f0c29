using MediatR;

namespace Seminar.Contracts.Workshops;

/// <summary>Asks a theme how its live board stands.</summary>
public sealed record GetLiveStatus : IRequest<LiveStatus>;

/// <summary>A live board at a glance.</summary>
/// <param name="PhaseKind">Kind of the phase that runs (<c>welcome</c>, <c>write</c>, <c>gather</c>, <c>propose</c>, <c>vote</c>, <c>restitution</c>), or null.</param>
/// <param name="PhaseTitle">Its title, or null.</param>
/// <param name="EndsAt">When it is meant to end, or null.</param>
/// <param name="Devices">Devices that are connected.</param>
/// <param name="Notes">Notes on the board.</param>
/// <param name="Ungathered">Notes without a heading.</param>
/// <param name="Proposals">Proposals.</param>
/// <param name="Voters">Groups or people who have voted.</param>
/// <param name="Calls">Groups that call for help.</param>
public sealed record LiveStatus(
    string? PhaseKind, string? PhaseTitle, DateTimeOffset? EndsAt, int Devices, int Notes, int Ungathered, int Proposals, int Voters, int Calls);

/// <summary>
/// Begins, in a theme's workshop, its first phase of a kind. One clock can so begin all rooms together; each corrects its own
/// afterwards.
/// </summary>
/// <param name="PhaseKind">The kind, as in <see cref="LiveStatus.PhaseKind"/>.</param>
/// <param name="By">Account that does it, for the log.</param>
public sealed record BeginPhase(string PhaseKind, string By) : IRequest<Outcome>;
