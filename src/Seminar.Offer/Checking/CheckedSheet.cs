using Seminar.Offer.Standard;

namespace Seminar.Offer.Checking;

/// <summary>A sheet that was read, with what is wrong and what is odd.</summary>
/// <param name="Line">Where it stands in the file.</param>
/// <param name="Sheet">What could be read of it.</param>
/// <param name="Faults">What keeps it from being taken.</param>
/// <param name="Remarks">What does not.</param>
internal sealed record CheckedSheet(int Line, Sheet Sheet, IReadOnlyList<SheetFault> Faults, IReadOnlyList<SheetFault> Remarks)
{
    public bool IsGood => Faults.Count == 0;
}

/// <summary>What is wrong with a field.</summary>
/// <param name="Field">Its name in data·inclusion.</param>
/// <param name="Message">A French sentence.</param>
/// <param name="Proposal">What was likely meant, or null.</param>
public sealed record SheetFault(string Field, string Message, string? Proposal = null);
