namespace Seminar.Offer.Features.Import;

/// <summary>How a checked file is taken.</summary>
/// <param name="TakesProposals">Whether what was likely meant replaces what is wrong.</param>
/// <param name="IsComplete">Whether the file is all that its sources have: sheets of theirs that it lacks are then removed.</param>
internal sealed record ImportChoices(bool TakesProposals, bool IsComplete);
