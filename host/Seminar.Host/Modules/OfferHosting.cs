using Seminar.Contracts.Offer;
using Seminar.Host.Data;
using Seminar.Offer;
using Seminar.Offer.Features.AnswerThemes;

namespace Seminar.Host.Modules;

/// <summary>The directory of the offer: what exists around here.</summary>
internal sealed class OfferHosting(Kernel kernel, DataFolder data, ModuleEndpoints endpoints) : SharedModule(
    HouseDatabase.Open(data, Key, data.OfferDatabase, OfferModule.Migrations), kernel, endpoints, Key,
    OfferModule.Assembly, services => OfferModule.Register(services, data.OfferImports), OfferModule.Map)
{
    public const string Key = "offer";
}

/// <summary>The directory, for the modules that ask it.</summary>
internal sealed class SharedOffer(OfferHosting offer) : IOffer
{
    public Task<OfferPage> FindAsync(OfferQuery query, CancellationToken cancel) => offer.AskAsync(new FindOffer(query), cancel);

    public IReadOnlyList<OfferPlace> Places(string typed, int most) => FindOffer.Places(typed, most);
}
