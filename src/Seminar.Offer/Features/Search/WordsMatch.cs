using Seminar.Contracts.Offer;

namespace Seminar.Offer.Features.Search;

/// <summary>How the words of a search must be there.</summary>
internal enum WordsMatch
{
    All,
    AllInName,
    Any,
}

/// <summary>When no sheet has all the words of a search, those that have one of them are found.</summary>
internal static class Loosely
{
    /// <param name="query">The search.</param>
    /// <param name="find">Finds with its words taken so.</param>
    /// <param name="isNothing">Whether that is nothing.</param>
    /// <returns>What is found, and whether it has but one of the words.</returns>
    public static (T Found, bool IsLoose) Find<T>(OfferQuery query, Func<WordsMatch, T> find, Predicate<T> isNothing)
    {
        var found = find(WordsMatch.All);
        return query.Words is { Length: > 0 } && isNothing(found) ? (find(WordsMatch.Any), true) : (found, false);
    }
}
