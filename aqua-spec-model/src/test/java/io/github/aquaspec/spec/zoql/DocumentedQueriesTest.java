package io.github.aquaspec.spec.zoql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The queries of Zuora's AQuA pages, and the forms its Export ZOQL and ZOQL pages describe. */
class DocumentedQueriesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select Id,Name,Balance,TaxExemptStatus,AutoPay,Currency, BillToContact.Id, SoldToContact.Id  from  Account",
                "select Id,StartDate,EndDate,FiscalYear,Name,Status from AccountingPeriod",
                "select *, Account.Id from Invoice",
                "select Account.*, BillToContact.* from Subscription",
                "select Id, AccountNumber, Balance, UpdatedDate, BillToContact.Id from Account"
                        + " where UpdatedDate >= '2026-11-20T00:00:00Z' and UpdatedDate < '2026-11-21T00:00:00Z'",
                "select Account.Name as \"Customer\", Amount from Invoice where Amount > 100 and Amount <= '500'",
                "select Id from Account where Name like 'A%' or Name like '%Inc' or not (Status = 'Draft')",
                "select Id from Invoice where DueDate = null or Comments is not null and UpdatedDate > InvoiceDate",
                "select Id from Account where CreatedDate > 'now - 1 day' and UpdatedDate < 'today - 30 days (-08:00)'",
                "select Account.Id, YEAR(InvoiceDate), sum(Amount), count(distinct Id), count(*) from Invoice"
                        + " group by Account.Id, YEAR(InvoiceDate) having sum(Amount) > 1000",
                "select Name from Product order by Name desc, Id limit 50,100"
            })
    void parse_asExportZoql(String query) {
        assertThat(Zoql.parse(query, Dialect.EXPORT_ZOQL).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select Id,CreditBalance,Name,Balance,TaxExemptStatus,AutoPay,Currency,PaymentGateway,PaymentTerm,SalesRepName,"
                        + "TaxExemptIssuingJurisdiction,TaxExemptEffectiveDate,TaxExemptExpirationDate,"
                        + "TaxExemptCertificateType,LastInvoiceDate,Status,TotalInvoiceBalance,CreatedDate,UpdatedDate, "
                        + "ParentId, CustomerServiceRepName from Account",
                "select Id, AutoRenew, CancelledDate, ContractAcceptanceDate,ContractEffectiveDate, CreatedDate, InitialTerm, "
                        + "InvoiceOwnerId, IsInvoiceSeparate,Name, OriginalCreatedDate, RenewalTerm, ServiceActivationDate, "
                        + "Status, SubscriptionEndDate, SubscriptionStartDate, TermEndDate, TermStartDate, TermType,"
                        + "UpdatedDate, Version, PreviousSubscriptionId from Subscription",
                "select Id from RatePlan where AmendmentType = null or AmendmentType != 'RemoveProduct'",
                "select Id from Account where UpdatedDate >= 2012-09-12T05:07:32 and AutoPay = true"
            })
    void parse_asZoql(String query) {
        assertThat(Zoql.parse(query, Dialect.ZOQL).problems()).isEmpty();
    }

    /** What people write who do not think of this parser. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT\tId\r\n,\tName\r\nFROM\tACCOUNT\r\nORDER\tBY\tName\tDESC\r\n;",
                "select Id from Account where Batch='Batch1'or Batch='Batch2'",
                "select Id from Account where Balance>0and Status='Active'",
                "select Id from Account where Balance=-12.50 and CreditBalance!=.5",
                "select Id from Account where Name = '''' or Name = '' or Name = '\"Big\" -- /* one # */; '",
                "select Id from Account where Name = \"O'Hara\" and Notes = \"The \"\"Big\"\" One\"",
                "select Id from Account where Name = 'Müller & Söhne 😀' and Straße__c != null",
                "select Id from Account where not not (not AutoPay = true)",
                "select Id from Account where (((Status = 'Active'))) and not createdDate = '2011-01-01'",
                "select Id from Account where 'Active' = Status and 100 <= Balance and null != CrmId",
                "select Id from Order where Status = 'Completed' order by OrderDate",
                "select Order.Id, Type, Number, Date, Time, Limit, Group, Top, Offset, Count, Year from OrderItem",
                "select Distinct, Case as \"c\", Exists from X where Date > 'today' and Minus = 1",
                "select Left.Name, On__c, Full.Id from Account where In__c = 1 and Between__c = 2",
                "select Export.Status from Export where Export.Size > 0",
                "select billtocontact.*, Account.*, count(*) as n, count(distinct account.id) from account",
                "select DATE(CreatedDate) as \"Day\", WEEKOFYEAR(CreatedDate) from Payment"
                        + " group by DATE(CreatedDate), WEEKOFYEAR(CreatedDate) order by DATE(CreatedDate) asc",
                "select A.a, avg(A.b) from A where B.name is null group by A.a"
                        + " having max(B.c)>0 or (max(B.c) = 0 and (not (A.a >0)))",
                "select Id from Subscription where CreatedDate = DateCustomField__c and Key__NS like '_%'",
                "select Id from Usage where StartDateTime >= '2026-08-01T00:00:00+0000' limit 1 , 5",
            })
    void parse_inOddDress(String query) {
        assertThat(Zoql.parse(query, Dialect.EXPORT_ZOQL).problems()).isEmpty();
    }
}
