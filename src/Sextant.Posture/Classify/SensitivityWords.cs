using System.Collections.Frozen;
using Sextant.Map;

namespace Sextant.Posture.Classify;

/// <summary>What words in the name of a store, table, file or tool say about the data behind it.</summary>
internal static class SensitivityWords
{
    private static readonly FrozenDictionary<string, (string[] Kinds, Confidence Sure)> Table = Build(
        ([ "customer", "customers", "employee", "employees", "person", "persons", "people", "crm", "hr", "applicants", "candidates", "subscribers",
            "students", "citizens", "passengers", "pii", "gdpr", "emails", "mailbox", "inbox", "resumes", "kyc" ], ["personal"], Confidence.Likely),
        ([ "user", "users", "member", "members", "contact", "contacts", "profile", "profiles", "account", "accounts", "email", "mail", "ticket", "tickets",
            "conversation", "conversations", "chats", "address", "addresses", "phone", "lead", "leads", "voice", "calls" ], ["personal"], Confidence.Possible),
        ([ "payment", "payments", "invoice", "invoices", "billing", "payroll", "salary", "salaries", "bank", "banking", "iban", "ledger", "loan", "loans",
            "credit" ], ["financial"], Confidence.Likely),
        ([ "card", "cards", "transaction", "transactions", "order", "orders", "finance", "tax", "taxes" ], ["financial"], Confidence.Possible),
        ([ "patient", "patients" ], ["personal", "health"], Confidence.Likely),
        ([ "medical", "clinical", "diagnosis", "diagnoses", "ehr", "emr", "fhir", "hospital", "prescriptions", "phi", "hipaa" ], ["health"], Confidence.Likely),
        ([ "health" ], ["health"], Confidence.Possible),
        ([ "credentials", "passwords", "vault" ], ["credentials"], Confidence.Likely),
        ([ "confidential", "internal" ], ["confidential"], Confidence.Possible));

    /// <summary>The kinds of data that a name hints at, each with the word that says so.</summary>
    public static IEnumerable<(string Word, string[] Kinds, Confidence Sure)> In(string name)
    {
        var words = Words.Of(name);
        for (var i = 0; i < words.Count; i++)
        {
            if (Table.TryGetValue(words[i], out var hint) && !IsTechnical(words, i))
                yield return (words[i], hint.Kinds, hint.Sure);
        }
    }

    /// <summary><c>health-check</c>, <c>user-agent</c>, <c>service-account</c>, <c>internal-api</c>, <c>api-calls</c> and their like are not data about anybody.</summary>
    private static bool IsTechnical(List<string> words, int i)
    {
        var next = i + 1 < words.Count ? words[i + 1] : "";
        var before = i > 0 ? words[i - 1] : "";
        return (words[i], next, before) is
            ("health", "check" or "checks" or "probe" or "endpoint" or "status", _) or ("user", "agent" or "agents" or "data" or "content", _) or
            ("account" or "accounts", _, "service" or "storage") or ("internal", "api" or "service" or "lb", _) or ("calls", _, "api" or "function" or "tool") or
            ("address", _, "ip" or "host" or "base");
    }

    private static FrozenDictionary<string, (string[] Kinds, Confidence Sure)> Build(params (string[] Words, string[] Kinds, Confidence Sure)[] rows) =>
        rows.SelectMany(r => r.Words.Select(word => KeyValuePair.Create(word, (r.Kinds, r.Sure)))).ToFrozenDictionary(StringComparer.Ordinal);
}
