using Microsoft.AspNetCore.Http;
using Seminar.Contracts.Offer;

namespace Seminar.Themes.Mobility.Features.Diagnosis;

/// <summary>The commune of a conversation. It is never guessed: services around another one would be worse than services that are not sorted.</summary>
internal static class NamedPlace
{
    /// <summary>Name of the field that tells which of several communes is meant.</summary>
    public const string ChoiceField = "laquelle";

    /// <summary>More communes than share a postal code.</summary>
    private const int Most = 100;

    /// <summary>Takes what was typed: nothing, a commune, one of several that was chosen; otherwise the question comes again.</summary>
    public static Conversation Answer(Conversation conversation, IFormCollection form, IOffer offer)
    {
        var typed = form[Conversation.Commune].ToString().Trim();
        var meant = Meant(offer, typed);
        var insee = meant is [var only] ? only.Insee : meant.FirstOrDefault(place => place.Insee == form[ChoiceField])?.Insee;
        return typed.Length == 0 ? conversation.WithPlace(Conversation.PassedBy)
            : insee is null ? conversation.WithTypedPlace(typed)
            : conversation.WithPlace(insee);
    }

    /// <summary>The communes of that very name, or of that code.</summary>
    public static IReadOnlyList<OfferPlace> Meant(IOffer offer, string? typed) => string.IsNullOrEmpty(typed) ? [] : [.. offer.Places(typed, Most).Where(place => place.IsExact)];

    /// <summary>The commune that was answered, or null.</summary>
    public static OfferPlace? Of(Conversation conversation, IOffer offer) =>
        conversation.One(Conversation.Commune) is { } insee ? offer.Places(insee, Most).FirstOrDefault(place => place.Insee == insee) : null;
}
