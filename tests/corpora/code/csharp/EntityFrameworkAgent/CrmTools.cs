using System.ComponentModel;
using Microsoft.EntityFrameworkCore;

namespace Acme.Crm;

public sealed class CrmTools(CrmContext crm)
{
    [Description("Find customers by name.")]
    public async Task<List<Customer>> FindCustomers(string name) => await crm.Customers.Where(c => c.Name.Contains(name)).ToListAsync();

    [Description("Forget a customer.")]
    public async Task<int> ForgetCustomer(int id) => await crm.Customers.Where(c => c.Id == id).ExecuteDeleteAsync();
}
