namespace Seminar.Contracts.Pages;

/// <summary>
/// Metadata of an endpoint that keeps a record of its own of who did what, or of which nobody may know who used it: the host's trail
/// leaves it out.
/// </summary>
public sealed record OwnTrail;
