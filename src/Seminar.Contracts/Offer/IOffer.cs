namespace Seminar.Contracts.Offer;

/// <summary>
/// The directory of what exists around here: structures and services of insertion, as the standard data·inclusion describes them. The
/// host gives it to every module; a theme takes it as a constructor parameter.
/// </summary>
public interface IOffer
{
    /// <summary>Finds services: the nearest first when a commune is given, otherwise the likeliest.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="cancel">Cancels the search.</param>
    /// <returns>A page of services.</returns>
    Task<OfferPage> FindAsync(OfferQuery query, CancellationToken cancel);

    /// <summary>The communes of the region that someone may mean.</summary>
    /// <param name="typed">A name, « Figeac (46) », a postal code or an INSEE code.</param>
    /// <param name="most">How many at most.</param>
    /// <returns>The likeliest first; none for what is not a commune of the region.</returns>
    IReadOnlyList<OfferPlace> Places(string typed, int most);
}
