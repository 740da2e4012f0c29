using Seminar.Contracts.Offer;

namespace Seminar.Themes.Mobility.Features.Diagnosis;

/// <summary>The page that opens the diagnostic.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Questions">How many questions at most.</param>
/// <param name="Source">Where the lists come from.</param>
/// <param name="Statistics">What the diagnostics say together.</param>
/// <param name="IsExpired">Whether the reader comes from an address that opens no more.</param>
public sealed record DiagnosisPageView(ThemeIdentity Theme, int Questions, string Source, StatisticsView Statistics, bool IsExpired);

/// <summary>A question as the page asks it.</summary>
/// <param name="Id">Its name in the address.</param>
/// <param name="Text">The question.</param>
/// <param name="Hint">How to answer.</param>
/// <param name="Several">Whether several answers may be given.</param>
/// <param name="IsPlace">Whether a commune is asked for.</param>
/// <param name="Answers">What may be answered.</param>
public sealed record AskedView(string Id, string Text, string? Hint, bool Several, bool IsPlace, IReadOnlyList<AnswerView> Answers);

/// <summary>An answer as the page offers it.</summary>
/// <param name="Id">Its name in the address.</param>
/// <param name="Label">Its words.</param>
public sealed record AnswerView(string Id, string Label);

/// <summary>One page of the conversation.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Question">The question.</param>
/// <param name="Number">Which one.</param>
/// <param name="Of">Out of how many.</param>
/// <param name="Seal">What was answered so far, sealed.</param>
/// <param name="Error">Why the same question comes again.</param>
/// <param name="TypedPlace">The commune as it was typed, if it is not known which one is meant.</param>
public sealed record QuestionView(ThemeIdentity Theme, AskedView Question, int Number, int Of, string Seal, string? Error, string? TypedPlace)
{
    private const string UnknownPlace = "Cette commune n’est pas reconnue. Vérifiez son nom, ou donnez son code postal\u00A0; l’annuaire connaît celles d’Occitanie. Pour continuer sans, videz le champ.";

    internal static QuestionView Asking(ThemeIdentity theme, Conversation conversation, string seal, bool isMissed, IReadOnlyList<OfferPlace> places)
    {
        var next = conversation.Next!;
        var asked = conversation.Questions.ToList();
        var answers = next.IsPlace ? places.Select(place => new AnswerView(place.Insee, place.Name)) : next.Answers!.Select(answer => new AnswerView(answer.Id, answer.Label));
        var error = next.IsPlace ? (conversation.TypedPlace is not null && places.Count == 0 ? UnknownPlace : null) : isMissed ? "Choisissez une réponse." : null;
        return new QuestionView(
            theme, new AskedView(next.Id, next.Text, next.Hint, next.Several, next.IsPlace, [.. answers]), asked.IndexOf(next) + 1, asked.Count, seal, error, next.IsPlace ? conversation.TypedPlace : null);
    }
}

/// <summary>The page between the last question and the result, for those whose diagnostic counts.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Seal">The answers, sealed.</param>
public sealed record CountView(ThemeIdentity Theme, string Seal);
