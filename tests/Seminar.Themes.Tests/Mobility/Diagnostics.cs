using CsCheck;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Primitives;
using Seminar.Contracts.Offer;
using Seminar.Contracts.Themes;
using Seminar.Themes.Mobility.Features.Diagnosis;

namespace Seminar.Themes.Tests.Mobility;

/// <summary>Conversations as tests hold them.</summary>
internal static class Diagnostics
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    public static readonly ThemeIdentity Theme = new("mobility", "Mobilité", "mobilite", "1.3.0", "", 230, 2, null);

    /// <summary>Any answers that the pages can give, one question after the other.</summary>
    public static readonly Gen<Conversation> Any = Gen.Int.Select(seed =>
    {
        var random = new Random(seed);
        var conversation = Begin();
        while (conversation.Next is { } question)
        {
            conversation = question.IsPlace
                ? conversation.WithPlace(random.Next(3) == 0 ? Conversation.PassedBy : "46102")
                : conversation.With([KeyValuePair.Create(question.Id, new StringValues(question.Several
                    ? [.. question.Answers!.Where(_ => random.Next(2) == 0).Select(answer => answer.Id).DefaultIfEmpty(question.Answers![0].Id)]
                    : [question.Answers![random.Next(question.Answers!.Count)].Id]))]);
        }

        return conversation;
    });

    public static Conversation Begin() => Conversation.Begin(Guide.Shared, Today);

    /// <summary>A conversation in which « age=18-25&amp;moyens=commun,velo » was answered.</summary>
    public static Conversation Told(string answers) => Begin().With(answers.Split('&').Select(answer => answer.Split('=')).Select(parts => KeyValuePair.Create(parts[0], new StringValues(parts[1].Split(',')))));

    public static SealedAnswers House(TimeProvider? clock = null) => new(new EphemeralDataProtectionProvider(), clock ?? new StoppedClock(new DateTimeOffset(Today, new TimeOnly(9, 0), TimeSpan.Zero)));
}

/// <summary>A directory of a few services and communes, that remembers what it was asked.</summary>
internal sealed class HeardOffer : IOffer
{
    private static readonly OfferPlace Figeac = new("46102", "Figeac (46)", IsExact: true);

    public List<OfferQuery> Heard { get; } = [];

    public int Services { get; init; } = 1;

    public Task<OfferPage> FindAsync(OfferQuery query, CancellationToken cancel)
    {
        Heard.Add(query);
        var found = Enumerable.Range(1, Math.Min(Services, query.Take)).Select(number => new OfferedService($"exemple--{number}", "Bourse", "La maison", "/annuaire", "Figeac", number, false, true, null, Diagnostics.Today));
        return Task.FromResult(new OfferPage(Services, [.. found]));
    }

    public IReadOnlyList<OfferPlace> Places(string typed, int most) => typed switch
    {
        "Figeac" or "46102" => [Figeac],
        "46100" => [new OfferPlace("46045", "Camburat (46)", true), Figeac],
        "Paris" => [new OfferPlace("81202", "Parisot (81)", false), new OfferPlace("82137", "Parisot (82)", false)],
        _ => [],
    };
}
